import Glibc
public import Secrets

extension MadeFile {
  /// The file that was made, open for reading.
  public struct Reading {
    private let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// Reads into secret memory, from a place on; gives the count read, 0 at the end.
    ///
    /// - Throws: `inputOutput`.
    public func read(at offset: Int, into buffer: inout SecretBytes) throws(TextError) -> Int {
      try Descriptor.read(descriptor, at: offset, into: &buffer)
    }
  }

  /// Lends the file, open for reading, if it is the one that was made.
  ///
  /// - Returns: `.there` once it was lent; with any other finding nothing is.
  /// - Throws: `inputOutput`, and what `body` throws.
  public func lend(_ body: (Reading) throws(TextError) -> Void) throws(TextError) -> Finding {
    guard let place = try openFolder() else { return try folderFinding() }
    defer { _ = close(place) }
    let finding = try look(in: place)
    guard finding == .there else { return finding }
    let file = unsafe openat(place, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .inputOutput(number: errno) }
    defer { _ = close(file) }
    var opened = stat()
    guard unsafe fstat(file, &opened) == 0 else { throw .inputOutput(number: errno) }
    // What was looked at by name may have been changed since for another.
    let isSame = judge(opened)
    if isSame == .there { try body(Reading(file)) }
    return isSame
  }
}
