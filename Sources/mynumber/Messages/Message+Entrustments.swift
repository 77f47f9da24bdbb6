import MyNumberKit

extension Message {
  static func contractAdded(_ id: ContractorID) -> Message {
    Message("the contract with \(id) is registered", "\(id) との契約を登録しました")
  }

  static func what(_ gap: EntrustmentGap, _ names: Names) -> Message {
    Message(gap.text(naming: names.english), gap.japanese(names.japanese))
  }

  static func remedy(of gap: EntrustmentGap) -> Message {
    Message(gap.remedy, gap.japaneseRemedy)
  }

  /// A gap as a line of its own, with its article.
  static func gap(_ gap: EntrustmentGap, _ names: Names) -> Message {
    let what = Message.what(gap, names)
    return Message(
      "\(what.english) (\(gap.rule), \(gap.article))",
      "\(what.japanese)（\(gap.rule)、\(gap.article)）")
  }

  static let entrustmentsInOrder = Message(
    "nothing is to be done", "なすべきことはありません")
  static let supervised = Message("the supervision is recorded", "監督を記録しました")

  static func entrustmentEnded(destroyed: Int) -> Message {
    Message(
      "the contract is ended; \(destroyed) wrapped keys are destroyed; what was handed over has to "
        + "come back",
      "契約を終えました。共有した番号の鍵\(destroyed)個を廃棄しました。引き渡したものは返却・廃棄させてください")
  }

  static let entrustmentReturned = Message(
    "the return is recorded", "返却・廃棄を記録しました")

  static func shared(_ outcome: ContractorSharing.Outcome) -> Message {
    let users = outcome.users.joined(separator: ", ")
    let (count, key, until) = (outcome.people, outcome.key, outcome.until.isoText)
    let rotated =
      outcome.isRotated
      ? Message("; the key pair is new", "。鍵の対を新しくしました") : Message("", "")
    let holders =
      users.isEmpty ? Message("", "") : Message("; new holders: \(users)", "。新しい保有者: \(users)")
    return Message(
      "\(English.count(count, "number")) \(count == 1 ? "opens" : "open") with \(key) until \(until)\(holders.english)\(rotated.english)",
      "番号\(count)件が \(key) で\(until)まで開けます\(holders.japanese)\(rotated.japanese)")
  }

  static func refusedFor(_ code: String, _ refusal: Refusal, _ names: Names) -> Message {
    let what = Message.what(refusal, names)
    return Message("\(code): \(what.english)", "\(code): \(what.japanese)")
  }

  static func rotationDue(_ key: String) -> Message {
    Message(
      "somebody who held \(key) was revoked", "\(key) を持っていた人が取り消されました")
  }

  static let rotationDueRemedy = Message(
    "have a holder share again, which makes a new pair (entrustment share)",
    "保有者に共有し直してもらってください。鍵の対が新しくなります（entrustment share）")

  static func handOverOverdue(_ made: HandOver) -> Message {
    Message(
      "the file \(made.id) had to come back by \(made.returnBy.isoText)",
      "ファイル \(made.id) の返却・廃棄の期限は\(made.returnBy.isoText)でした")
  }

  static let handOverOverdueRemedy = Message(
    "have it returned or destroyed and record it (handover returned)",
    "返却・廃棄させ、記録してください（handover returned）")

  // MARK: People

  static let peopleTwice = Message(
    "give either --people or --file", "--people と --file はどちらか一つを指定してください")
  static let noPeople = Message(
    "name the people with --people or --file", "--people か --file で対象者を指定してください")
  static let peopleOption = Message("--people", "--people")

  static func noPersonCode(at place: Message) -> Message {
    Message("\(place.english): not a person's code", "\(place.japanese): 対象者のコードではありません")
  }
}
