extension JapanesePhrases {
  /// Of the employees' own copies of slips.
  static let recipient = [
    "thirteen digits here could be a corporate number": "法人番号の可能性がある13桁の数字があります",
    "too long for its box on paper; write it shorter in the file":
      "用紙の欄に収まりません。ファイルで短く書いてください",
    "{0} cannot be printed; write it otherwise in the file":
      "{0} は印字できません。ファイルで別の文字にしてください",
    "a passphrase is 8 to 127 printable ASCII characters":
      "パスフレーズは印字できる ASCII 文字で8〜127文字です",
    "the file of passphrases has none for this person": "パスフレーズのファイルにこの人のものがありません",
    "the copy recipient is made alone, without the copies that are filed":
      "recipient は提出用の票と同時には作れません",
    "the page cannot be set: {0}": "ページを組めません: {0}",
  ]
}
