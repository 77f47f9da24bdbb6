internal import People
internal import Rules
internal import Text

/// The words of a file's columns and their values, remembered: a column has few different ones.
final class ColumnWords {
  private var known = [[(text: String, value: UInt8)]](
    repeating: [], count: ImportHeader.columnCount)
  private static let limit = 8

  /// The value of a word; nil for a word that the column does not have.
  func value<Value: ColumnValue & RawRepresentable<UInt8>>(
    of text: String, in column: ImportColumn, _: Value.Type
  ) -> Value? {
    let place = column.ordinal
    for index in known[place].indices where known[place][index].text == text {
      return Value(rawValue: known[place][index].value)
    }
    let found = Value(label: text) ?? Value(label: Folding.fullWidthKatakana(text))
    if let found, known[place].count < Self.limit { known[place].append((text, found.rawValue)) }
    return found
  }
}
