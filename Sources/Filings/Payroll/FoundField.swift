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

  /// - Parameter passes: Whether the row goes out as it came, so that it must fit the layout.
  init(
    _ field: PassedField, _ bytes: Span<UInt8>, _ encoding: TextEncoding, passes: Bool
  ) {
    self.field = field
    isQuoted = bytes[0] == 0x22
    isRight = !passes || !isQuoted && field.isPlainlyRight(bytes, encoding)
    isOdd = field.isFree && MyNumber.looksLikeNumber(in: bytes, NumberEncoding(encoding))
  }

  /// Whether its text is needed: to be kept, or to say what is wrong.
  var needsText: Bool { field.isWatched || !isRight || isOdd || isQuoted }
}
