extension JapanesePhrases {
  /// Of purges.
  static let purging = [
    "this is no plan of a purge": "廃棄計画のファイルではありません",
    "the plan is not what a purge would destroy now; write it again":
      "この計画は、いま廃棄されるものと異なります。書き出し直してください",
    "the name of {0}, destroyed with the last number":
      "{0} の氏名（最後の個人番号とともに廃棄済み）",
  ]
}
