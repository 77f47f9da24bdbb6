extension JapanesePhrases {
  /// Of numbers entered a second time, or checked.
  static let secondEntries = [
    "there is no number in use": "使用中の番号がありません",
    "no second entry is asked for of this number": "この番号に二度目の入力は求められていません",
    "this number waits for a check (number checked)":
      "この番号は突き合わせの記録を待っています（number checked）",
    "the number was entered a second time already": "番号はもう二度入力されています",
    "the number is confirmed already": "番号の確認は済んでいます",
    "the number has to be corrected first (person import --replace correction)":
      "先に番号を訂正してください（person import --replace correction）",
    "no check of a number is awaited": "突き合わせの記録を待つ番号がありません",
    "a check is made between {0} and today": "突き合わせの日は {0} から今日までです",
    "more than {0} rows; split the file": "{0}行を超えています。ファイルを分けてください",
    "the vault has nobody of this code": "保管庫にこのコードの人はいません",
    "stands twice, in column {0} too": "列が二つあります（{0}列目にも）",
  ]
}
