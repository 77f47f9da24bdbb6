extension JapanesePhrases {
  /// Of files made with numbers: their register, corrections, and what is read back.
  static let exports = [
    "no slip of this person is registered that could be voided; give its day by --number-as-of":
      "取り消せる提出済みの票が出力記録にありません。--number-as-of で提出日を指定してください",
    "what voids a slip equals it; write this as it stands in the file that was filed":
      "取り消す行は、取り消される行と同じ内容にします。提出したファイルのとおりに記入してください",
    "this person does not stand on the slip that is voided; give its day by --number-as-of":
      "取り消す票にこの人は記載されていません。--number-as-of で提出日を指定してください",
    "the file made, row {0}, field {1}: {2}": "作成したファイルの{0}行目、第{1}項目: {2}",
    "the file made: {0}": "作成したファイル: {0}",
    "the file made, page {0}: {1}": "作成したファイルの{0}ページ目: {1}",
    "the file made, page {0}, box {1}: {2}": "作成したファイルの{0}ページ目、{1}の欄: {2}",
    "its pages do not hold what was meant, or cannot be read back":
      "ページの内容が意図したものと異なるか、読み戻せません",
    "not the number of the person who stands there": "その人の番号ではありません",
    "not blank, though the number is left out": "番号を記載しないのに空欄ではありません",
    "not the rows or copies that were meant": "作成すべき行・票と異なります",
    "{0} ({1} --gone, if it was destroyed)": "{0}（廃棄済みなら {1} --gone）",
    "export {0}": "出力記録 {0}",
    "the file is handed over to a contractor, not filed":
      "委託先に引き渡したファイルで、提出したものではありません",
    "the day is before the file was made, or has not come yet":
      "日付がファイルの作成日より前か、将来です",
    "the number is recorded already": "この受付番号は記録済みです",
    "the register does not say where the file stands": "ファイルの場所が出力記録にありません",
    "the file is there; dispose of it without --gone":
      "ファイルがあります。--gone を付けずに廃棄してください",
    "it is recorded as destroyed already": "廃棄済みとして記録されています",
  ]
}
