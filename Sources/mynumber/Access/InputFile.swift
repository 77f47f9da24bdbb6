import Glibc
import MyNumberKit

/// Reads input files that hold no numbers.
@safe enum InputFile {
  /// The whole of a file.
  ///
  /// - Parameter name: The file as the user named it.
  static func bytes(_ path: String, named name: String, limit: Int) throws -> [UInt8] {
    try opened(path, named: name) { try rest(of: $0, name, limit: limit) }
  }

  /// The whole of a file, or of standard input for `-`.
  static func bytesOrInput(
    _ path: String, named name: String, limit: Int
  ) throws -> [UInt8] {
    guard name == "-" else { return try bytes(path, named: name, limit: limit) }
    return try rest(of: STDIN_FILENO, name, limit: limit)
  }

  private static func rest(of descriptor: Int32, _ name: String, limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachChunk(of: descriptor, name) { chunk in
      bytes += chunk
      guard bytes.count <= limit else { throw Failure(ExitStatus.badInput, .fileTooLong(name)) }
    }
    return bytes
  }

  /// A file that is read twice: nothing but a regular file can be.
  static func openedRegular<R>(
    _ path: String, named name: String, _ body: (Int32) throws -> R
  ) throws -> R {
    // A pipe without a writer must not keep the program waiting.
    try opened(path, named: name, flags: O_NONBLOCK) { descriptor in
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else {
        throw Failure(ExitStatus.noInput, .cannotRead(name, errno))
      }
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw Failure(ExitStatus.noInput, .notAFile(name))
      }
      return try body(descriptor)
    }
  }

  /// Opens a file for reading and closes it afterwards.
  static func opened<R>(
    _ path: String, named name: String, flags: Int32 = 0, _ body: (Int32) throws -> R
  ) throws -> R {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | flags)
    guard descriptor >= 0 else { throw Failure(ExitStatus.noInput, .cannotRead(name, errno)) }
    defer { close(descriptor) }
    return try body(descriptor)
  }

  /// So many bytes at the beginning of a file, or all there are.
  static func start(of path: String, named name: String, count: Int) throws -> [UInt8] {
    try opened(path, named: name) { descriptor in
      var start: [UInt8] = []
      var part = [UInt8](repeating: 0, count: count)
      while start.count < count {
        let length = try read(descriptor, name, into: &part)
        if length == 0 { break }
        start += part[..<length]
      }
      return Array(start.prefix(count))
    }
  }

  /// Lends a file's bytes in order.
  static func forEachChunk(
    of descriptor: Int32, _ name: String, _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try read(descriptor, name, into: &chunk)
      if count == 0 { return }
      try body(chunk[..<count])
    }
  }

  /// Reads what there is, and gives how many bytes that were; 0 at the end.
  private static func read(
    _ descriptor: Int32, _ name: String, into chunk: inout [UInt8]
  ) throws -> Int {
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { raw in
        unsafe Glibc.read(descriptor, raw.baseAddress, raw.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(ExitStatus.inputOutput, .cannotRead(name, errno)) }
      return count
    }
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
