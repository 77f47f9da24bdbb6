public import Secrets

/// The bytes of an output file so far, which another thread may read back while more are written.
///
/// They can be read for as long as the file is open.
public struct WrittenBytes: Sendable {
  private let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Reads into secret memory, from an offset on.
  ///
  /// - Returns: How many bytes were read; 0 at the end.
  /// - Throws: `inputOutput`.
  public func read(at offset: Int, into buffer: inout SecretBytes) throws(TextError) -> Int {
    try Descriptor.read(descriptor, at: offset, into: &buffer)
  }
}
