extension JapanesePhrases {
  /// Of copies of the vault's files.
  static let backups = [
    "the day by which the copy is to be destroyed has passed": "控えを廃棄する期限が過ぎています",
    "the file says more of {0} people than was taken from it":
      "ファイルには、取り込まれなかった記載のある人が{0}人います",
    "the file has {0} columns of which nothing was taken":
      "ファイルには、何も取り込まれなかった列が{0}列あります",
    "{0}: no such folder": "{0}: フォルダーがありません",
    "backup {0}": "控え {0}",
    "the key of {0} was rotated since; only a backup made after that can be restored":
      "{0} の鍵は控えの後に更新されています。更新後の控えだけを戻せます",
    "the name of {0}, lost by a restore (person import --update names them anew)":
      "{0} の氏名等（復元で失われました。person import --update で取り込み直せます）",
    "a restore has lost the name of one of the family, who may be this one: give the number of each member":
      "復元で氏名等の失われた家族がいて、その人かもしれません。家族番号を書いてください",
  ]
}
