/// What stands in a content stream or a character map, one after another (ISO 32000-1 7.2).
enum PDFToken: Equatable {
  case number(Double)
  /// A name without its slash.
  case name([UInt8])
  /// The bytes of a string.
  case text([UInt8])
  /// An operator.
  case word([UInt8])
  /// The beginning or the end of an array or a dictionary.
  case bracket
}
