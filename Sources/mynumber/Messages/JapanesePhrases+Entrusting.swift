extension JapanesePhrases {
  /// Of contractors, their contracts, and what is shared with them or handed over.
  static let entrusting = [
    "contractor {0}": "委託先 {0}",
    "contractor or contractor's user {0}": "委託先またはその利用者 {0}",
    "hand-over {0}": "引渡し {0}",
    "--next must be later than --on": "--next は --on より後の日にしてください",
    "--on {0} has not come yet": "--on の {0} はまだ来ていません",
    "--return-by has passed": "--return-by が過去の日付です",
    "--on is before it was handed over, or has not come yet":
      "--on が引き渡す前の日か、まだ来ていない日です",
    "the contract with {0} ended on {1} already": "{0} との契約は{1}ですでに終わっています",
    "the contract with {0} lasts until {1}; end it first":
      "{0} との契約は{1}まで続きます。先に終了してください",
    "a contractor's user has that role alone, and an --organisation of the register":
      "委託先の利用者の役割は contractor だけで、登録済みの委託先を --organisation で指定します",
    "the contract ends on {0}": "契約は{0}で終わります",
    "name the people to share": "共有する人を指定してください",
    "the contract with {0} names no public key; use a passphrase instead":
      "{0} との契約に公開鍵がありません。パスフレーズを使ってください",
    "more than one begins with {0}": "{0} で始まるものが複数あります",
    "it is recorded as returned already": "返却・廃棄はすでに記録されています",
    "nobody's number is to be handed over": "引き渡す番号がありません",
    "nobody entrusts themselves": "自分自身に委託することはできません",
    "what the employer entrusts itself needs no permission": "事業者が直接委託するものに許諾は要りません",
    "re-entrusted before it was permitted (番号法10条1項)": "許諾の前に再委託されています（番号法10条1項）",
    "a name has at most 100 characters": "名称は100文字以内です",
    "one purpose at least is needed": "利用目的が一つ以上要ります",
    "something here could be a My Number": "個人番号かもしれないものがあります",
  ]
}
