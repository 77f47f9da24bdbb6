import Numbers
import Text

/// What the bytes of a field of a unified CSV tell, as they stand in the file.
struct FoundField {
  let field: PassedField
  /// Whether it stands in quotes, which its bytes here have around them.
  let isQuoted: Bool
  /// Whether it fits the layout, or need not; false where a closer look has to tell.
  let isRight: Bool
  /// Whether a number could stand in it.
  let isOdd: Bool

  init(_ field: PassedField, _ bytes: Span<UInt8>, _ unified: UnifiedColumns) {
    self.field = field
    isQuoted = bytes[0] == 0x22
    isRight = !unified.passes || !isQuoted && field.isPlainlyRight(bytes, unified.encoding)
    isOdd =
      field.isFree && MyNumber.looksLikeNumber(in: bytes, NumberEncoding(unified.encoding))
  }

  /// Whether its text is needed: to be kept, or to say what is wrong.
  var needsText: Bool { field.isWatched || !isRight || isOdd || isQuoted }
}
