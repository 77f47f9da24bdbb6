import Secrets

/// The two encodings that files come in.
public enum TextEncoding: Hashable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8
  /// Windows code page 932, Microsoft's Shift_JIS.
  case cp932

  /// The name people know it by.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .cp932: "CP932"
    }
  }

  /// The text of `bytes`; a byte order mark is text like any other here.
  /// - Throws: `malformed`, `converterUnavailable`.
  public func decode(_ bytes: Span<UInt8>) throws(TextError) -> String {
    switch self {
    case .cp932: return try CP932.decode(bytes)
    case .utf8:
      do throws(UTF8.ValidationError) {
        return String(copying: try UTF8Span(validating: bytes))
      } catch {
        throw .malformed(encoding: .utf8, offset: error.byteOffsets.lowerBound)
      }
    }
  }

  /// The bytes of `text`.
  /// - Throws: `unencodable`, `converterUnavailable`.
  public func encode(_ text: String) throws(TextError) -> [UInt8] {
    switch self {
    case .cp932: try CP932.encode(text)
    case .utf8: Array(text.utf8)
    }
  }

  /// Which encoding the file is in, read from its start to its end; its offset stays where it is.
  ///
  /// The file must be one that can be read twice (no pipe).
  /// - Throws: `unknownEncoding`, `inputOutput`.
  public static func detect(fileDescriptor: Int32) throws(TextError) -> TextEncoding {
    var detector = EncodingDetector()
    var buffer = SecretBytes(count: 1 << 16) { _ in }
    var offset = 0
    while true {
      let count = try Descriptor.read(fileDescriptor, at: offset, into: &buffer)
      if count == 0 { break }
      buffer.withSpan { detector.take($0.extracting(0..<count)) }
      if detector.isHopeless { break }
      offset += count
    }
    do throws(TextError) {
      return try detector.finish()
    } catch .unknownEncoding {
      throw .unknownEncoding(line: try lineOfBreak(fileDescriptor))
    }
  }

  /// The line on which neither encoding is possible any more, found byte by byte.
  private static func lineOfBreak(_ fileDescriptor: Int32) throws(TextError) -> Int {
    var detector = EncodingDetector()
    var buffer = SecretBytes(count: 1 << 16) { _ in }
    var (offset, line) = (0, 1)
    while true {
      let count = try Descriptor.read(fileDescriptor, at: offset, into: &buffer)
      if count == 0 { return line }
      buffer.withSpan { bytes in
        for index in 0..<count where !detector.isHopeless {
          detector.take(bytes.extracting(index..<index + 1))
          if bytes[index] == 0x0A, !detector.isHopeless { line += 1 }
        }
      }
      if detector.isHopeless { return line }
      offset += count
    }
  }
}
