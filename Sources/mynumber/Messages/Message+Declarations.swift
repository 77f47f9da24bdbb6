import MyNumberKit

extension Message {
  /// A refusal that concerns one of several people.
  static func refused(_ refusal: Refusal, of code: PersonCode, _ names: Names) -> Message {
    let refused = Message.refused(refusal, names)
    return Message("\(code.text): \(refused.english)", "\(code.text): \(refused.japanese)")
  }

  /// Who holds a key that opens the number.
  static func holders(
    _ users: [UserAccount], of purposes: [PurposeID], _ by: Names
  ) -> Message {
    let keys = by.list(purposes)
    let names = users.map { "\($0.name) (\($0.statement.roles.joined(separator: ", ")))" }
      .joined(separator: ", ")
    return Message(
      "the number opens with a key of \(keys.english); these users hold one: \(names)",
      "番号を開けるのは\(keys.japanese)の鍵です。持っている利用者: \(names)")
  }

  static let toldBefore = Message(
    "what was told before is the same purpose in later years and after a re-hire: nothing to do "
      + "(ガイドライン事業者編 第4-1-(1))",
    "通知済みの利用目的は、翌年以降も再雇用後も同じ利用目的であり、何もする必要はありません"
      + "（ガイドライン事業者編 第4-1-(1)）")

  static func declared(_ plan: DeclarationPlan) -> Message {
    let people = plan.lines.filter { !$0.told.isEmpty }.count
    let numbers = plan.lines.filter { !$0.widened.isEmpty }.count
    guard people > 0 else {
      return Message("nothing was recorded", "記録したものはありません")
    }
    return Message(
      "people recorded: \(people); numbers that open for more purposes: \(numbers)",
      "記録した人: \(people)。新しい利用目的にも使えるようにした番号: \(numbers)")
  }

  /// The kept text is what shows later what was told.
  static func notNamed(_ purposes: [Purpose], in file: String) -> Message {
    let english = purposes.map { "\($0.en) (\($0.id.rawValue))" }.joined(separator: ", ")
    let japanese = purposes.map { "\($0.ja)（\($0.id.rawValue)）" }.joined(separator: "、")
    return Message(
      "warning: \(file) does not name \(english) in these words; was it told by this text?",
      "注意: \(file) には \(japanese) という記載がありません。この文面で通知しましたか")
  }

  static func noKeptText(_ code: PersonCode) -> Message {
    Message("no such text is kept for \(code.text)", "\(code.text) について、そのような文面は保管していません")
  }

  /// The command that tells people what an update of their standing asks for.
  static func toDeclare(_ codes: [PersonCode], _ purposes: [PurposeID]) -> Message {
    let people = codes.map(\.text).joined(separator: " ")
    let names = purposes.map(\.rawValue).joined(separator: ",")
    let line = "mynumber declare \(people) --purposes \(names) --method 書面"
    return Message(
      "an update tells nobody of new purposes; once they were told: \(line)",
      "更新だけでは新しい利用目的を通知したことになりません。通知したら: \(line)")
  }

  // MARK: Notices

  static let noticesMade = Message(
    "hand the notices out, then record it with 'mynumber declare'",
    "配布したら、mynumber declare で記録してください")

  /// A name has a character that no font has, or a font is not installed.
  static func notSet(_ error: ReportsError) -> Message {
    Message(
      "no PDF can be made: \(error); HTML can (--format html)",
      "PDF を作れません: \(error)。HTML なら作れます（--format html）")
  }

  static func noticeNotNeeded(_ code: String) -> Message {
    Message(
      "there is no purpose to tell \(code) of: do not ask for the number (番号法14条1項)",
      "\(code) に通知する利用目的がありません。番号を求めてはいけません（番号法14条1項）")
  }

  static let noticeWithoutNames = Message(
    "the roster key is not held, so the notices name people by code",
    "名簿の鍵がないため、通知書には氏名でなくコードを記載しました")
}
