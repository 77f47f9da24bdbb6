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
    var digits = 0
    for byte in utf8 where (0x30...0x39).contains(byte) || byte == 0xEF { digits += 1 }
    return digits >= MyNumber.digitCount && MyNumber.looksLikeNumber(in: utf8)
  }
}
