extension JapanesePhrases {
  /// Of identity verification (本人確認).
  static let verification = [
    "a document that proves the number is missing": "番号確認書類がありません",
    "an identity document is missing": "身元確認書類がありません",
    "{0} identity documents are needed": "身元確認書類が{0}点要ります",
    "a proof of the agent's power, such as a power of attorney, is missing":
      "委任状など、代理権を確認する書類がありません",
    "it is not said whether {0} holds": "{0}に当たるかどうかが示されていません",
    "{0} does not hold": "{0}に当たりません",
    "document {0} is not one the policy knows": "{0}番目の書類は規程にありません",
    "{0} was not accepted on that day": "{0}はその日には使えませんでした",
    "{0} proves nothing": "{0}では確認できません",
    "{0} had expired on that day": "{0}はその日に有効期限が切れていました",
    "{0} was issued too long before that day": "{0}は発行から日がたち過ぎています",
    "{0} is dated after that day": "{0}の日付がその日より後です",
    "the last day of {0} is not stated": "{0}の有効期限が示されていません",
    "the day of issue of {0} is not stated": "{0}の発行日が示されていません",
    "{0} is a copy: face to face the original is needed": "{0}は写しです。対面では原本が要ります",
    "the rule {0} was not in force on that day": "規則{0}はその日には施行されていませんでした",
    "these documents do not serve for who lives there": "その住所の人にはこの書類を使えません",
    "the rule is not for such a person": "その規則はこの人には使えません",
    "these documents do not suffice by this method": "この確認方法ではこの書類では足りません",
    "the employee verifies a dependent: ask for no document":
      "扶養親族の本人確認は従業員が行います。書類を求めないでください",
    "a dependent's number comes through the employee": "扶養親族の番号は従業員を通じて受け取ります",
    "no form carries such a person's number: it may not be asked for":
      "この人の番号を記載する様式はなく、提供を求められません",
    "the day of the consent is missing or later than that day": "同意の日がないか、その日より後です",
    "the method of verification is missing": "確認方法がありません",
    "the day of verification is missing": "確認日がありません",
    "the day of verification is in the future": "確認日が将来の日付です",
    "the number has changed since; the new one must be verified":
      "確認後に番号が変わっています。新しい番号の確認が要ります",
    "verification without particulars must be attested":
      "記録のない本人確認には責任者の認証が要ります",
    "{0} is named twice": "{0} が二度あります",
    "{0}: the day of the verification lies ahead": "{0}: 確認日が将来の日付です",
    "a reason is needed": "理由が要ります",
  ]
}
