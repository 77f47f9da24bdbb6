import Glibc
import MyNumberKit

/// A passphrase, or a number, in the first line of a file that nobody else may read.
@safe enum PassphraseFile {
  /// Reads the first line without its end.
  ///
  /// - Parameters:
  ///   - name: The file as the user named it.
  ///   - unfit: What is said of a first line that is empty or too long.
  static func read(
    _ path: String, named name: String, unfit: (String) -> Message = Message.badPassphraseFile
  ) throws -> SecretBytes {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else {
      throw Failure(ExitStatus.noInput, .cannotRead(name, errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(ExitStatus.noInput, .cannotRead(name, EISDIR))
    }
    try refuseOpen(status, name)
    var buffer = SecretBytes(count: PassphraseReader.limit + 2) { _ in }
    let count = try fill(&buffer, from: descriptor, name)
    guard let line = firstLine(buffer, count) else { throw Failure.usage(unfit(name)) }
    return line
  }

  /// The passphrases of many people, in a CSV file that nobody else may read.
  static func list(_ path: String, named name: String) throws -> RecipientPassphrases {
    try InputFile.openedRegular(path, named: name) { descriptor in
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else {
        throw Failure(ExitStatus.noInput, .cannotRead(name, errno))
      }
      try refuseOpen(status, name)
      return try RecipientPassphrases(fileDescriptor: descriptor)
    }
  }

  private static func refuseOpen(_ status: stat, _ name: String) throws {
    guard status.st_mode & 0o077 == 0 else {
      throw Failure.usage(.fileTooOpen(name), hints: [.chmodHint(name)])
    }
  }

  private static func fill(
    _ buffer: inout SecretBytes, from descriptor: Int32, _ name: String
  ) throws -> Int {
    var done = 0
    while done < buffer.count {
      let got = buffer.withMutableSpan { span in
        unsafe span.withUnsafeMutableBytes { raw in
          unsafe Glibc.read(descriptor, raw.baseAddress?.advanced(by: done), raw.count - done)
        }
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw Failure(ExitStatus.inputOutput, .cannotRead(name, errno)) }
      if got == 0 { break }
      done += got
    }
    return done
  }

  private static func firstLine(
    _ buffer: borrowing SecretBytes, _ count: Int
  ) -> SecretBytes? {
    let length = buffer.withSpan { bytes in
      var end = 0
      while end < count, bytes[end] != 0x0A { end += 1 }
      if end > 0, end < count, bytes[end - 1] == 0x0D { end -= 1 }
      return end
    }
    guard length > 0, length <= PassphraseReader.limit else { return nil }
    return buffer.withSpan { SecretBytes(copying: $0.extracting(0..<length)) }
  }
}
