extension JapanesePhrases {
  /// Of numbers that are missing, changed or not to be asked for.
  static let missing = [
    "ahead of today; say in 採用状況 that the hiring is certain (番号法14条1項)":
      "将来の日付です。採用が確実なら採用状況に記入してください（番号法14条1項）",
    "no dependent any more (番号法15条); record dependent-added if the person is one again":
      "もう扶養されていません（番号法15条）。再び扶養するときは先に dependent-added を記録してください",
    "only employees and officers have one": "従業員と役員だけのものです",
    "only a payee has one": "支払先だけのものです",
    "not an amount of yen (60000, 50000以下, 100000以上 or 40000〜80000)":
      "金額ではありません（60000、50000以下、100000以上、40000〜80000 のいずれか）",
    "no record is filed of {0} up to {1} yen ({2}); leave the number out":
      "{0}は年{1}円以下なら支払調書を提出しません（{2}）。番号を除いてください",
    "the day of the request lies ahead": "求めた日に将来の日付は指定できません",
    "the request is before there were numbers ({0})": "求めた日が番号制度の始まり（{0}）より前です",
    "the answer is before the request, or lies ahead": "回答の日が求めた日より前か、将来です",
    "the day to ask again is not after the request and its answer":
      "再び求める日は、求めた日と回答の日より後でなければなりません",
    "the request to {0} of {1}": "{0} への{1}の依頼",
    "the number was given on {0}, before the day of the request":
      "番号は{0}に提供されており、求めた日より前です",
    "the day lies ahead": "将来の日付は指定できません",
    "an open change of {0} for {1}": "{0} の {1} への未了の届出",
    "the day is before the change of {0}": "番号の変わった日（{0}）より前です",
    "a change of {0} done for {1}": "{0} の {1} への届出の記録",
  ]
}
