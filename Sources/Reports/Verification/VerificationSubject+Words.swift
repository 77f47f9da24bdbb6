extension VerificationSubject {
  /// What the first thing missing is called, by its id.
  static let shortfalls: [String: Words] = [
    "number-document": Words("番号確認書類なし", "no document proves the number"),
    "identity-documents": Words("身元確認書類なし・不足", "too few identity documents"),
    "power": Words("代理権の確認書類なし", "no proof of the agent's power"),
    "fact-not-stated": Words("確認すべき事項が未記入", "a question not answered"),
    "fact-fails": Words("要件に当たらない", "a condition not met"),
    "document-unknown": Words("規程にない書類", "a document unknown to the policy"),
    "document-not-in-force": Words("その日に使えない書類", "a document not accepted on its day"),
    "document-refused": Words("確認に使えない書類", "a document that proves nothing"),
    "document-expired": Words("有効期限切れの書類", "a document expired on its day"),
    "document-too-old": Words("発行から日のたった書類", "a document issued too long before"),
    "issued-later": Words("確認日より後の日付の書類", "a document dated later"),
    "expiry-not-stated": Words("有効期限が未記入", "last day of a document not stated"),
    "issue-date-not-stated": Words("発行日が未記入", "day of issue not stated"),
    "original-needed": Words("原本でない書類", "a copy where the original is needed"),
    "rule-not-in-force": Words("規則が施行前または廃止後", "rule not in force on its day"),
    "not-for-residence": Words("住所の要件に合わない", "not for who lives there"),
    "not-for-kind": Words("この区分の人には使えない", "not for such a person"),
    "channel": Words("方法に対して書類が不足", "too little for the method"),
    "not-the-employers-to-do": Words("本人確認は従業員が行う", "the employee's to verify"),
    "through-employee": Words("従業員を通じた提供でない", "not through the employee"),
    "no-form": Words("記載する様式がない", "no form carries the number"),
    "consent-date": Words("同意の日がない・後の日", "day of the consent missing or later"),
    "method-missing": Words("確認方法なし", "method missing"),
    "date-missing": Words("確認日なし", "day missing"),
    "date-in-future": Words("確認日が将来", "day in the future"),
    "before-number-changed": Words("番号の変更より前の確認", "before the number changed"),
    "before-received": Words("番号を受ける前の確認日", "before the number was given"),
    "issued-too-early": Words("認められる前に発行された書類", "a document issued before such papers counted"),
    "day-of-which": Words("どの書類の日付か不明", "not said of which document a day is"),
    "not-attested": Words("責任者の認証なし", "not attested"),
    evidenceNotLookedAt: Words("確認の記録を見ていない（鍵なし）", "evidence not looked at (no key)"),
    category3Unverified: Words("第3号の確認が未了", "category 3 not verified"),
  ]

  static let evidenceNotLookedAt = "evidence-not-looked-at"
  static let category3Unverified = "category3-unverified"
}
