extension JapanesePhrases {
  /// Of files of notices.
  static let notices = [
    "zeros alone may not stand here": "ゼロだけにはできません",
    "letters and digits alone, or half-width katakana alone, may stand here, and not zeros alone":
      "英数字だけ、または半角カナだけを書けます（ゼロだけは不可）",
    "the family and the given name stand apart by one space":
      "姓と名の間に空白を一つ入れてください",
    "only half-width katakana may stand here": "半角カナだけを書けます",
    "no half-width space and no two spaces together may stand here":
      "半角の空白と、連続した空白は入れられません",
    "no place in JIS X 0208 for {0}": "JIS X 0208 にない文字です: {0}",
    "the file is not {0}": "ファイルが {0} ではありません",
    "a field of this file has no quotes": "このファイルの項目に引用符は使えません",
    "lines end with CRLF": "行末は CRLF でなければなりません",
    "the file would be larger than {0} bytes": "ファイルが{0}バイトを超えます",
    "a notice of another form ({0}) than --form names": "--form にない様式（{0}）の届書です",
    "the record names nobody": "この記録には誰の氏名もありません",
    "nobody on record has this name and birth date; --match FILE says who it is":
      "この氏名と生年月日の人がいません。--match ファイル で示せます",
    "{0} people on record have this name and birth date; --match FILE says who it is":
      "この氏名と生年月日の人が{0}人います。--match ファイル で示してください",
    "no number stands at this line and item of the file of notices":
      "届書ファイルのこの行と項目に個人番号の欄がありません",
    "not the office that the file is of": "ファイルの事業所と異なります",
    "not the sum of its parts": "内訳の合計と異なります",
    "less than {0}": "{0}未満です",
    "the day is in the future": "将来の日付です",
    "not the right day: {0} after the one it follows":
      "日付が合いません: もとになる日の{0}日後でなければなりません",
    "no layout in force has a file for {0}": "{0} のファイルの様式で、いま使えるものがありません",
  ]
}
