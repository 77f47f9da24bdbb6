import Glibc
import Secrets

/// Reading and writing of secret buffers by file descriptor, with interruptions retried.
@safe enum Descriptor {
  /// Reads into `buffer` from `start` on; gives the count read, 0 at the end of the file.
  static func read(
    _ descriptor: Int32, into buffer: inout SecretBytes, from start: Int
  ) throws(TextError) -> Int {
    try retry {
      buffer.withMutableSpan { span in
        unsafe span.withUnsafeMutableBytes { bytes in
          unsafe Glibc.read(
            descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
        }
      }
    }
  }

  /// Reads into `buffer` from `offset` of the file on, leaving the file's own offset alone.
  static func read(
    _ descriptor: Int32, at offset: Int, into buffer: inout SecretBytes
  ) throws(TextError) -> Int {
    try retry {
      buffer.withMutableSpan { span in
        unsafe span.withUnsafeMutableBytes { bytes in
          unsafe Glibc.pread(descriptor, bytes.baseAddress, bytes.count, off_t(offset))
        }
      }
    }
  }

  /// Writes all of `bytes`.
  static func write(_ descriptor: Int32, _ bytes: Span<UInt8>) throws(TextError) {
    var done = 0
    while done < bytes.count {
      done += try retry {
        unsafe bytes.withUnsafeBytes { raw in
          unsafe Glibc.write(descriptor, raw.baseAddress?.advanced(by: done), raw.count - done)
        }
      }
    }
  }

  /// Puts the file's own offset at its start.
  static func rewind(_ descriptor: Int32) throws(TextError) {
    _ = try retry { Int(lseek(descriptor, 0, SEEK_SET)) }
  }

  private static func retry(_ call: () -> Int) throws(TextError) -> Int {
    while true {
      let count = call()
      if count >= 0 { return count }
      let number = errno
      if number != EINTR { throw .inputOutput(number: number) }
    }
  }
}
