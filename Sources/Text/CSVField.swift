/// Where a field lies in the bytes of its buffer.
struct CSVField {
  /// As the file has it, quotes included.
  var raw: Range<Int>
  /// Whether it stands in quotes.
  var isQuoted = false
  /// Whether a quote inside it is doubled.
  var hasDoubledQuotes = false

  /// The bytes between the quotes, or all of them.
  var content: Range<Int> {
    isQuoted ? raw.lowerBound + 1..<raw.upperBound - 1 : raw
  }
}
