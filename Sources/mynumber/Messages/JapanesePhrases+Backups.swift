extension JapanesePhrases {
  /// Of copies of the vault's files.
  static let backups = [
    "the day by which the copy is to be destroyed has passed": "控えを廃棄する期限が過ぎています",
    "the file says more of {0} people than was taken from it":
      "ファイルには、取り込まれなかった記載のある人が{0}人います",
    "{0}: no such folder": "{0}: フォルダーがありません",
    "backup {0}": "控え {0}",
    "the key of {0} was rotated since; only a backup made after that can be restored":
      "{0} の鍵は控えの後に更新されています。更新後の控えだけを戻せます",
  ]
}
