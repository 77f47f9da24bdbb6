import MyNumberKit

extension Message {
  /// What is missing of a person's verification, with its articles.
  static func missing(
    _ gap: IdentityGap, of code: PersonCode, under rules: IdentityRules
  ) -> Message {
    let articles = gap.citations.map(\.description).joined(separator: ", ")
    let what = Message.phrase(gap.shortfall.phrase(under: rules))
    return Message(
      "\(code.text): \(what.english) (\(articles))", "\(code.text): \(what.japanese)（\(articles)）")
  }

  static let verificationNotRecorded = Message(
    "nothing was recorded; the log has the attempt", "何も記録していません。試みはログに残りました")
  static let onlyNumbersProved = Message(
    "recorded; what is named above is missing still, and those numbers cannot be used",
    "記録しました。上のものがまだ足りず、その番号は使えません")

  static func verificationRecorded(_ count: Int) -> Message {
    Message("recorded: \(count); the numbers can be used", "\(count)人を記録しました。番号を使えます")
  }

  static func attested(_ count: Int) -> Message {
    Message("attested: \(count); every report counts them apart", "\(count)人を認証しました。報告書では別に数えます")
  }

  static func notAttested(_ code: PersonCode, _ refusal: Refusal, _ names: Names) -> Message {
    let why = refused(refusal, names)
    return Message("\(code.text): \(why.english)", "\(code.text): \(why.japanese)")
  }

  static let nothingToAttest = Message(
    "nobody waits for attestation", "認証を待つ人はいません")

  static func evidenceNotLookedAt(_ count: Int) -> Message {
    Message(
      "kept with particulars and not looked at: \(count); a user with the evidence key (HR) sees "
        + "which documents do not do",
      "確認の記録\(count)件は鍵がないため見ていません。鍵を持つ利用者（人事）の報告書で書類の不備が分かります")
  }

  static func waitForAttestation(_ count: Int) -> Message {
    Message(
      "\(count) without record of verification cannot be used until the administrator attests "
        + "them: verify attest --all-without-record",
      "本人確認の記録がない\(count)件は、責任者が verify attest --all-without-record で認証するまで使えません")
  }

  static func verificationNotTaken(_ code: String, _ why: Phrase) -> Message {
    let why = phrase(why)
    return Message(
      "\(code): the verification in the file is not taken: \(why.english)",
      "\(code): ファイルの本人確認は記録しませんでした: \(why.japanese)")
  }

  static func unverified(_ count: Int) -> Message {
    Message(
      "\(count) not verified cannot be used: verify report says what to ask for",
      "本人確認の済んでいない\(count)件は使えません。求めるものは verify report で分かります")
  }

  static let unverifiedHint = Message(
    "what the unverified lack: verify report", "未確認の人に足りないものは verify report で分かります")

  static let methodOrDayMissing = Message(
    "--method and --on say how and when it was verified", "--method と --on で方法と日を示してください")

  /// The ways by which documents are shown.
  static var channels: Message {
    known(
      VerificationMethod.allCases.compactMap { method in
        IdentityChannel(method).map { ($0.rawValue, method.japanese) }
      })
  }

  static var providers: Message {
    known(IdentityProvider.allCases.map { ($0.rawValue, $0.japanese) })
  }

  static func facts(_ rules: IdentityRules) -> Message {
    known(IdentityFact.allCases.map { ($0.rawValue, rules.question($0)?.ja ?? $0.rawValue) })
  }

  private static func known(_ words: [(id: String, ja: String)]) -> Message {
    Message(
      "known: " + words.map(\.id).joined(separator: ", "),
      "使える語: " + words.map { "\($0.ja)（\($0.id)）" }.joined(separator: "、"))
  }

  /// The documents that are accepted on a day.
  static func documents(_ rules: IdentityRules, on date: CalendarDate) -> Message {
    let documents = rules.documents.filter {
      $0.inForce.contains(date) && $0.uses != [.refused]
    }
    return Message(
      "documents of the policy: " + documents.map(\.id).joined(separator: ", "),
      "規程の書類: " + documents.map(\.ja).joined(separator: "、"))
  }

  static func notADate(_ option: String) -> Message {
    Message("\(option): not a date", "\(option): 日付ではありません")
  }

  static func dateOfWhich(_ option: String) -> Message {
    Message(
      "\(option): say of which document, DOCUMENT=DATE", "\(option): どの書類か、書類=日付 で示してください")
  }

  static func documentNotShown(_ name: String) -> Message {
    Message("\(name) is not among the documents given", "\(name) は指定した書類にありません")
  }
}
