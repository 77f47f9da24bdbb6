import Secrets

/// Writes a CSV file to a file descriptor through one buffer of secret memory.
///
/// A field is quoted only if it has a comma, a quote or a line end. Call `finish` at the end, or
/// what the buffer still holds is wiped unwritten.
public struct CSVWriter: ~Copyable {
  private let descriptor: Int32
  private let encoding: TextEncoding
  private var buffer = SecretBytes(count: 1 << 16) { _ in }
  private var used = 0
  private var isAtStartOfRow = true

  /// Writes to where `fileDescriptor` stands; closing it stays with the caller.
  public init(fileDescriptor: Int32, encoding: TextEncoding) {
    descriptor = fileDescriptor
    self.encoding = encoding
  }

  /// Writes the byte order mark of UTF-8, by which spreadsheets know it; only before the first row.
  /// - Throws: `inputOutput`.
  public mutating func byteOrderMark() throws(TextError) {
    try put(0xEF)
    try put(0xBB)
    try put(0xBF)
  }

  /// Adds a field of text.
  /// - Throws: `unencodable`, `converterUnavailable`, `inputOutput`.
  public mutating func field(_ text: String) throws(TextError) {
    let bytes = try encoding.encode(text)
    try field(bytes.span)
  }

  /// Adds a field of bytes that are in the file's encoding already, such as a My Number's digits.
  /// - Throws: `inputOutput`.
  public mutating func field(_ bytes: Span<UInt8>) throws(TextError) {
    guard Self.needsQuotes(bytes) else { return try rawField(bytes) }
    try separate()
    try put(0x22)
    for index in bytes.indices {
      if bytes[index] == 0x22 { try put(0x22) }
      try put(bytes[index])
    }
    try put(0x22)
  }

  /// Adds a field byte for byte, as another file had it.
  /// - Throws: `inputOutput`.
  public mutating func rawField(_ bytes: Span<UInt8>) throws(TextError) {
    try separate()
    try put(bytes)
  }

  /// Ends the row.
  /// - Throws: `inputOutput`.
  public mutating func endRow(_ ending: LineEnding = .crlf) throws(TextError) {
    if ending == .crlf { try put(0x0D) }
    if ending != .none { try put(0x0A) }
    isAtStartOfRow = true
  }

  /// Writes what is left; syncing and closing the file stay with the caller.
  /// - Throws: `inputOutput`.
  public mutating func finish() throws(TextError) { try flush() }

  /// One row of fields without numbers as bytes, CRLF included.
  /// - Throws: `unencodable`, `converterUnavailable`.
  public static func row(
    _ fields: [String], encoding: TextEncoding
  ) throws(TextError) -> [UInt8] {
    var row: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { row.append(0x2C) }
      let bytes = try encoding.encode(field)
      row += needsQuotes(bytes.span) ? quoted(bytes) : bytes
    }
    return row + [0x0D, 0x0A]
  }

  private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
    [0x22] + bytes.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
  }

  private static func needsQuotes(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      switch bytes[index] {
      case 0x22, 0x2C, 0x0A, 0x0D: return true
      default: continue
      }
    }
    return false
  }

  private mutating func separate() throws(TextError) {
    if !isAtStartOfRow { try put(0x2C) }
    isAtStartOfRow = false
  }

  private mutating func put(_ byte: UInt8) throws(TextError) {
    if used == buffer.count { try flush() }
    let position = used
    buffer.withMutableSpan { $0[position] = byte }
    used += 1
  }

  private mutating func put(_ bytes: Span<UInt8>) throws(TextError) {
    var done = 0
    while done < bytes.count {
      if used == buffer.count { try flush() }
      let (from, to) = (done, used)
      let count = min(bytes.count - done, buffer.count - used)
      buffer.withMutableSpan { target in
        for index in 0..<count { target[to + index] = bytes[from + index] }
      }
      done += count
      used += count
    }
  }

  private mutating func flush() throws(TextError) {
    let (descriptor, count) = (descriptor, used)
    try buffer.withSpan { span throws(TextError) in
      try Descriptor.write(descriptor, span.extracting(0..<count))
    }
    buffer.withMutableSpan { span in for index in 0..<count { span[index] = 0 } }
    used = 0
  }
}
