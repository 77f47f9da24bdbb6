extension JapanesePhrases {
  /// Of the employees' own copies of slips.
  static let recipient = [
    "thirteen digits on the copy of {0} could be a corporate number":
      "{0} の交付用に、法人番号の可能性がある13桁の数字があります",
    "too long for its box on the copy of {0}": "{0} の交付用の欄に収まりません",
    "{0} on the copy of {1} cannot be printed": "{1} の交付用の文字 {0} は印字できません",
    "the copy recipient is made alone, without the copies that are filed":
      "recipient は提出用の票と同時には作れません",
    "the page cannot be set: {0}": "ページを組めません: {0}",
  ]
}
