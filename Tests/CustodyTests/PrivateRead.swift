import Foundation

/// A file that is open for reading as long as this lives.
final class PrivateRead {
  private let handle: FileHandle
  var descriptor: Int32 { handle.fileDescriptor }

  init(_ path: String) throws {
    handle = try FileHandle(forReadingFrom: URL(filePath: path))
  }

  deinit { try? handle.close() }
}
