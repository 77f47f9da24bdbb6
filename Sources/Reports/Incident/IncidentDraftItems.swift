internal import Auditing
internal import People
internal import Rules

/// The nine items of a report (規則3条1項), each with what the log and the register know.
struct IncidentDraftItems {
  private let draft: IncidentDraft
  private var assessment: IncidentAssessment { draft.assessment }
  private var opening: IncidentRecord { draft.assessment.incident.opening }

  init(_ draft: IncidentDraft) { self.draft = draft }

  var all: [IncidentDraft.Item] {
    [
      item(1, "概要", outline), item(2, "特定個人情報の項目", categories), item(3, "本人の数", count),
      item(4, "原因", cause), item(5, "二次被害又はそのおそれの有無及びその内容", harm),
      item(6, "本人への対応の実施状況", response), item(7, "公表の実施状況", publication),
      item(8, "再発防止のための措置", prevention), item(9, "その他参考となる事項", other),
    ]
  }

  private func item(_ number: Int, _ title: String, _ lines: [String]) -> IncidentDraft.Item {
    IncidentDraft.Item(number: number, title: title, lines: lines)
  }

  /// A blank; a first report says what is known on its day (規則3条1項: 把握しているもの).
  private func blank(_ what: String) -> String {
    draft.kind == .first ? "【要記入：\(what)。未判明なら「調査中」】" : "【要記入：\(what)】"
  }

  private func day(_ date: CalendarDate) -> String {
    "\(date.year)年\(date.month)月\(date.day)日"
  }

  // MARK: The items

  private var outline: [String] {
    [
      "事業者: \(draft.organisation)",
      "発生日: \(opening.occurredOn.map(day) ?? blank("発生日"))", "発覚日: \(day(opening.knownOn))",
      "事案の種別: \(assessment.incident.harms.members.map(\.words.ja).joined(separator: "、"))（おそれを含む）",
      "事案: \(opening.what)", "発見者: \(opening.foundBy ?? blank("発見者"))", "規則2条の該当号: \(articles)",
      "委託元・委託先: \(contractor)", "経過: \(blank("発覚から現在までの時系列"))",
    ]
  }

  private var contractor: String {
    guard let knew = assessment.incident.facts.contractorKnewOn else { return blank("有無とその名称") }
    return "委託先で発生（委託先が知った日: \(day(knew))）\(blank("委託先の名称"))"
  }

  private var articles: String {
    let findings = assessment.answer?.duty(of: .employer)?.findings ?? []
    guard !findings.isEmpty else {
      return assessment.verdict == .notRequired
        ? "該当なし（任意の報告）" : blank("該当号。\(assessment.verdict.words.ja)")
    }
    let items = findings.map { "\($0.item.article)（\($0.item.reason.ja)）" }
      .joined(separator: "、")
    guard assessment.verdict == .freeIfKeysAreSafe else { return items }
    return items + blank("鍵、その控え、パスフレーズが漏れていないことを示せるときは「該当なし（任意の報告）」")
  }

  private var categories: [String] {
    let purposes = assessment.exposed.map { figure in
      let names = figure.subject.cells(assessment.names).map { $0.text(.japanese) }
      return "・個人番号: \(names.filter { !$0.isEmpty }.joined(separator: "／"))（\(figure.count)人）"
    }
    return [
      "媒体・種類: \(medium)、従業員情報等", "暗号化等の措置: \(encryption)",
    ] + purposes + registeredPurposes + ["・個人番号以外の項目: \(blank("氏名、住所、生年月日、給与額等のうち含まれるもの"))"]
  }

  /// Of a file outside the vault the purposes for which it was registered.
  private var registeredPurposes: [String] {
    guard let file = assessment.registered else { return [] }
    let names = file.purposes.map { assessment.names.purpose($0).text(.japanese) }
    return ["・個人番号（利用目的）: \(names.joined(separator: "、"))"]
  }

  private var encryption: String {
    guard assessment.encryption == .outside else { return assessment.encryption.words.ja }
    return (assessment.moved?.protection ?? assessment.registered?.protection).map {
      "\($0)（台帳の記載）"
    } ?? blank("暗号化、施錠等の措置")
  }

  private var medium: String {
    switch assessment.source {
    case .user, .period: "情報システム（個人番号の読み取り・書類の作成）"
    case .records: "電子ファイル（保管庫の記録、vault.sqlite）"
    case .keys: "電子ファイル（保管庫の鍵、keys.sqlite）"
    case .bothFiles: "電子ファイル（保管庫の記録と鍵）"
    case .backup: "電子ファイル（保管庫のバックアップ）"
    case .export: "電子ファイル（番号を記載した書類）"
    case .registered: assessment.registered?.kind.cell.text(.japanese) ?? blank("媒体")
    }
  }

  private var count: [String] {
    let most = assessment.atMost
    // A copy of a log that a restore gave up held whom nobody can tell from here.
    if most == 0 || (assessment.isOfGivenUpLog && assessment.incident.facts.people == nil) {
      let found = assessment.people.count
      return [blank("本人の数。不明なら最大の人数")] + (found > 0 ? ["記録から特定できた者 \(found)人"] : [])
    }
    guard most > assessment.people.count else { return ["\(most)人"] }
    return ["最大\(most)人（記録から特定できた者 \(assessment.people.count)人）"]
  }

  private var cause: [String] {
    [
      "原因: \(assessment.incident.cause.words.ja)", "発生させた主体: \(blank("報告者又は委託先"))",
      "詳細: \(blank("原因の詳細"))",
    ]
  }

  private var harm: [String] { [blank("二次被害又はそのおそれの有無と内容")] }

  private var response: [String] {
    ["対象者への通知: \(blank("実施済みの日、又は予定日と方法。困難なら代替措置"))"]
  }

  private var publication: [String] { [blank("公表の有無、日、方法")] }

  private var prevention: [String] {
    ["実施済みの措置: \(blank("措置と実施日"))", "今後実施予定の措置: \(blank("措置と完了時期"))"]
  }

  private var other: [String] {
    let dues = (assessment.answer?.duty(of: .employer)?.clocks ?? []).map { clock in
      "\(clock.kind == .firstReport ? "速報の目安" : "確報の期限"): \(day(clock.due))"
    }
    let questions = (assessment.answer?.questions ?? []).map { "確認事項: \($0.ja)" }
    return dues + questions + [
      "調査の根拠: 取扱記録 \(assessment.entries)件、事案の記録番号 \(opening.entry)",
      blank("警察への届出、他の機関への報告等"),
    ]
  }
}
