extension JapanesePhrases {
  /// Of what is done with numbers outside the vault, and of the people who do it.
  static let handling = [
    "a file is kept for a purpose of use": "利用目的を一つ以上指定してください",
    "only what is carried out comes back, and not before that day":
      "戻す期限は持ち出しだけに付き、持ち出した日より前にはなりません",
    "entry {0} is nothing carried out that is still outside": "記録{0}は、戻っていない持ち出しではありません",
    "it was carried out on {0} only": "持ち出しは{0}です",
    "say what was destroyed": "廃棄したものを指定してください",
    "a certificate is a contractor's, and not of before that day":
      "証明書は委託先のもので、廃棄の日より前の日付にはなりません",
    "entry {0} is no contractor's destruction of before that day, without certificate":
      "記録{0}は、その日以前の、証明書のない委託先の廃棄ではありません",
    "a number of employees is expected": "従業員数を指定してください",
    "the day {0} has not come yet": "{0}はまだ来ていません",
    "entry {0} registers no file that is kept still": "記録{0}は、保管中のファイルの登録ではありません",
    "a regime is a country's: say which": "制度を把握した国を指定してください",
    "a text is empty": "文が空です",
  ]
}
