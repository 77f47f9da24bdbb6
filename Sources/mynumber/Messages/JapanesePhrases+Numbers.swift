extension JapanesePhrases {
  /// Of numbers and of texts in which one may stand.
  static let numbers = [
    "there is a number": "番号があるのに理由が書かれています",
    "the number is empty": "番号が空です",
    "the number has too few or too many digits": "番号の桁数が違います",
    "the number has a character that is not a digit": "番号に数字でない文字があります",
    "the check digit of the number does not match": "番号の検査用数字が合いません",
    "the number is all zeros": "番号がすべて0です",
    "a spreadsheet rounded the number; make the column text and enter it again":
      "表計算ソフトが番号を丸めています。列を文字列にして入力し直してください",
    "twelve digits here could be a My Number": "個人番号と思われる12桁の数字があります",
    "twelve digits here could be a My Number (番号法20条)":
      "個人番号と思われる12桁の数字があります（番号法20条）",
    "the text holds 12 digits that could be a My Number":
      "文に個人番号と思われる12桁の数字があります",
    "the text is longer than {0} characters": "文は{0}文字までです",
    "the text holds a control character or one that turns its direction":
      "文に制御文字または書字方向を変える文字があります",
    "a name has 1 to {0} characters on one line, and no My Number in it":
      "名前は1行で1文字から{0}文字までとし、個人番号を含めないでください",
  ]
}
