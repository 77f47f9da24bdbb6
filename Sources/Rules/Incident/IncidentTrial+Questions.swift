internal import People

extension IncidentTrial {
  /// What the encryption lacks to free the incident; empty where none is claimed.
  var missing: [IncidentReason] { question.protection?.missing ?? [] }

  /// What the sources leave open in this case, with the reading taken.
  var questions: [IncidentReason] {
    var open: [IncidentReason] = []
    let findings = duties.flatMap(\.findings)
    if question.wrongfulOn != nil, findings.contains(where: \.item.isWrongful) {
      open.append(Self.wrongfulLater)
    }
    if countFell { open.append(Self.countFell) }
    if question.isKeyLost, question.protection?.missing.isEmpty == true {
      open.append(Self.keyLost)
    }
    if toldLate { open.append(Self.toldLate) }
    if !findings.isEmpty { open.append(Self.otherData) }
    // The effort is not asked for what is no leak, nor under strong encryption (guideline, annex 2, 3 B).
    if findings.isEmpty, !harms.isEmpty { open.append(Self.effort) }
    return open
  }

  private var countFell: Bool {
    let counts = [question.people] + question.recounts.map(\.people)
    guard let last = counts.last, last <= IncidentLaw.people else { return false }
    return counts.contains { $0 > IncidentLaw.people }
  }

  private var toldLate: Bool {
    guard let contractor = question.contractor, let told = contractor.toldOn else { return false }
    return told > lastPromptDay(of: contractor)
  }

  private static let wrongfulLater = IncidentReason(
    "wrongful-later", "不正の目的のおそれが後で分かったとき、60日の起算日は定めがない。最初に報告対象と知った日から数えた",
    "from which day the 60 days run when a wrongful purpose is found later is not settled: counted from "
      + "the day on which it was first known to be reportable", IncidentLaw.rule + "3条2項")
  private static let countFell = IncidentReason(
    "count-fell", "100人を超えた後に100人以下と分かったときの扱いは定めがない。報告対象のままとした",
    "whether a count that falls to 100 or fewer ends the duty is not settled: it is taken to last",
    IncidentLaw.rule + "2条4号")
  private static let keyLost = IncidentReason(
    "key-lost", "高度に暗号化された情報の復号鍵を失った場合が毀損として除外されるかは定めがない。除外されないものとした",
    "whether strong encryption frees from reporting the loss of its own key is not settled: it is taken "
      + "not to", IncidentLaw.rule + "2条1号")
  private static let toldLate = IncidentReason(
    "told-late", "委託元への通知が5日を過ぎたとき「速やかに」といえるかは目安しかない。委託先も報告するものとした",
    "whether telling the employer after the fifth day is still prompt is a guide's matter: the "
      + "contractor is taken to report too", IncidentLaw.rule + "4条", IncidentLaw.guideline + "F")
  private static let otherData = IncidentReason(
    "other-data", "個人番号以外の個人データについて個人情報保護法26条の報告も要するか。様式は兼ねられる",
    "whether the other personal data is reported under that law too; the Commission's form does for both",
    "個人情報保護法26条")
  private static let effort = IncidentReason(
    "effort", "報告の義務はないが、報告するよう努める。記録し、本人への連絡を検討する",
    "no duty, but an effort to report is asked for; record it and consider telling the people",
    IncidentLaw.guideline + "B")
}
