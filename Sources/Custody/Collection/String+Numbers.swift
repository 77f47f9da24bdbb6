internal import Numbers
internal import Wording

extension String {
  /// What is said of a text that could hold a number where none belongs.
  static let numberMistake: Phrase = "twelve digits here could be a My Number (番号法20条)"

  /// Whether twelve digits in the text could be a My Number.
  ///
  /// Counting digits first, full-width ones by the byte they begin with in UTF-8, spares nearly
  /// every field the thorough search.
  var couldHoldNumber: Bool {
    let bytes = utf8.span
    guard bytes.count >= MyNumber.digitCount else { return false }
    var digits = 0
    for place in bytes.indices {
      digits += (0x30...0x39).contains(bytes[place]) || bytes[place] == 0xEF ? 1 : 0
    }
    return digits >= MyNumber.digitCount && MyNumber.looksLikeNumber(in: utf8)
  }
}
