import Secrets

/// One row of a CSV file, lent by `CSVReader`; its bytes lie in memory that is wiped.
///
/// Fields count from 0 here and from 1 in messages. A field that the row does not have is empty.
public struct CSVRow: ~Copyable {
  /// The physical line on which the row starts, from 1.
  public internal(set) var line = 0
  /// How the row ends in the file.
  public internal(set) var ending = LineEnding.none
  /// The encoding that `text` decodes.
  public let encoding: TextEncoding

  var buffer: SecretBytes
  var bytes = 0..<0
  var fields: [CSVField] = []
  /// Fields whose doubled quotes have been made single, one after another, and where each lies.
  var unquoted: SecretBytes
  var unquotedRanges: [Range<Int>?] = []

  /// How many fields the row has, at least 1.
  public var count: Int { fields.count }

  /// Whether the row is an empty line.
  public var isBlank: Bool { fields.count == 1 && fields[0].raw.isEmpty }

  /// Whether field `index` has no bytes.
  public func isEmpty(_ index: Int) -> Bool {
    index >= fields.count || fields[index].content.isEmpty
  }

  /// Lends field `index` without its quotes.
  public borrowing func withField<R: ~Copyable, E: Error>(
    _ index: Int, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    if index < unquotedRanges.count, let range = unquotedRanges[index] {
      return try unquoted.withSpan { span throws(E) in try body(span.extracting(range)) }
    }
    let range = index < fields.count ? fields[index].content : 0..<0
    return try buffer.withSpan { span throws(E) in try body(span.extracting(range)) }
  }

  /// Lends field `index` as the file has it, quotes included.
  public borrowing func withRawField<R: ~Copyable, E: Error>(
    _ index: Int, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    let range = index < fields.count ? fields[index].raw : 0..<0
    return try buffer.withSpan { span throws(E) in try body(span.extracting(range)) }
  }

  /// Where field `index` lies in the bytes that `withRawBytes` lends, quotes included.
  public func range(_ index: Int) -> Range<Int> {
    guard index < fields.count else { return bytes.count..<bytes.count }
    let raw = fields[index].raw
    return raw.lowerBound - bytes.lowerBound..<raw.upperBound - bytes.lowerBound
  }

  /// Lends the row as the file has it, without its line ending.
  public borrowing func withRawBytes<R: ~Copyable, E: Error>(
    _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try buffer.withSpan { span throws(E) in try body(span.extracting(bytes)) }
  }

  /// Lends each field that has bytes, as the file has it, quotes included, with its place.
  public borrowing func forEachFilledField<E: Error>(
    _ body: (Int, Span<UInt8>) throws(E) -> Void
  ) throws(E) {
    try buffer.withSpan { span throws(E) in
      let fields = fields.span
      for place in fields.indices {
        let raw = fields[place].raw
        if !raw.isEmpty { try body(place, span.extracting(raw)) }
      }
    }
  }

  /// The text of field `index`; never call it for a field that may hold a My Number.
  /// - Throws: `malformedField`, `converterUnavailable`.
  public borrowing func text(_ index: Int) throws(TextError) -> String {
    do throws(TextError) {
      return try withField(index) { span throws(TextError) in try encoding.decode(span) }
    } catch .malformed(let encoding, _) {
      throw .malformedField(encoding: encoding, line: line, column: index + 1)
    }
  }
}
