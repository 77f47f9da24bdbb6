extension JapanesePhrases {
  /// Of cases of retention in JSON, and of events.
  static let retention = [
    "the event must say its {0}": "この出来事には {0} が要ります",
    "the event has no {0}": "この出来事に {0} は書けません",
    "the income year is not from {0} to {1}": "年分は{0}から{1}までです",
    "what was received or done does not lie ahead": "受け取ったもの、行ったことに将来の日付は書けません",
    "the day is before there were numbers ({0})": "番号制度（{0}）より前の日付です",
    "a year is expected here": "年を書いてください",
    "not of a person of this kind": "この区分の人には書けない列です",
  ]
}
