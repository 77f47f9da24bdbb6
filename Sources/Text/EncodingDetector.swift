import Secrets

/// Tells UTF-8 from CP932 by reading all the bytes, chunk by chunk.
///
/// Text that is valid UTF-8 throughout is UTF-8 (ASCII included); else, if every byte has a place
/// in CP932, it is CP932. What begins with the byte order mark of UTF-8 can be nothing else.
public struct EncodingDetector: Sendable {
  private var utf8 = UTF8Automaton()
  private var cp932: CP932State = .ready
  /// How many bytes of the byte order mark the text begins with; nil once it has another byte.
  private var mark: Int? = 0

  private enum CP932State { case ready, lead, broken }

  public init() {}

  /// Whether the bytes so far are already neither.
  public var isHopeless: Bool { utf8.isBroken && cp932 == .broken }

  /// Takes the next bytes.
  public mutating func take(_ bytes: Span<UInt8>) {
    utf8.take(bytes)
    if mark != nil { takeMark(bytes) }
    if cp932 != .broken { takeCP932(bytes) }
  }

  /// The encoding of all the bytes taken.
  /// - Throws: `unknownEncoding`.
  public consuming func finish() throws(TextError) -> TextEncoding {
    if utf8.isComplete { return .utf8 }
    guard cp932 == .ready else { throw .unknownEncoding(line: nil) }
    return .cp932
  }

  private mutating func takeMark(_ bytes: Span<UInt8>) {
    for index in bytes.indices {
      guard let place = mark else { return }
      mark = bytes[index] == Self.byteOrderMark[place] ? place + 1 : nil
      if mark == 3 {
        mark = nil
        cp932 = .broken
      }
    }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private mutating func takeCP932(_ bytes: Span<UInt8>) {
    var isLed = cp932 == .lead
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if isLed {
        guard CP932.isTrail(byte) else { return cp932 = .broken }
        isLed = false
      } else if byte < 0x80 {
        // Most of a table is ASCII.
        place = bytes.endOfASCII(from: place)
        continue
      } else if !CP932.isSingle(byte) {
        guard CP932.isLead(byte) else { return cp932 = .broken }
        isLed = true
      }
      place += 1
    }
    cp932 = isLed ? .lead : .ready
  }
}
