extension JapanesePhrases {
  /// Of declarations and the notices that are kept.
  static let declarations = [
    "purposes are told on a day that has come, not {0}": "通知した日には、{0} のような先の日を指定できません",
    "the notice is empty": "通知の文面が空です",
    "a notice has at most {0} bytes": "通知の文面は{0}バイトまでです",
    "a notice is kept as UTF-8 text or HTML; this is neither":
      "通知の文面は UTF-8 のテキストか HTML で保管します。これはどちらでもありません",
    "this copy is addressed to one person; give the general one (notice purpose --all)":
      "これは本人宛の通知書です。一般用を指定してください（notice purpose --all）",
    "a control character, or one that turns the direction of writing":
      "制御文字、または書字方向を変える文字があります",
  ]
}
