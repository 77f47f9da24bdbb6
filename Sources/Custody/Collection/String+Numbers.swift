internal import Numbers
internal import Wording

extension String {
  /// What is said of a text that could hold a number where none belongs.
  static let numberMistake: Phrase = "twelve digits here could be a My Number (番号法20条)"

  /// Whether twelve digits in the text could be a My Number.
  var couldHoldNumber: Bool { MyNumber.looksLikeNumber(in: utf8) }
}
