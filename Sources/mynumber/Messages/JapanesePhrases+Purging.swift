extension JapanesePhrases {
  /// Of purges.
  static let purging = [
    "change your passphrase first: whoever set it could approve in your name":
      "先にパスフレーズを変更してください。設定した人が本人になりすまして承認できるためです",
    "a certificate is signed by who destroyed, or by an administrator":
      "証明書に署名できるのは、廃棄した利用者か事務取扱責任者だけです",
    "this is no plan of a purge": "廃棄計画のファイルではありません",
    "the plan is not what a purge would destroy now; write it again":
      "この計画は、いま廃棄されるものと異なります。書き出し直してください",
    "the name of {0}, destroyed with the last number":
      "{0} の氏名（最後の個人番号とともに廃棄済み）",
  ]
}
