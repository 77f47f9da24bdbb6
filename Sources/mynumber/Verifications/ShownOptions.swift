import ArgumentParser
import MyNumberKit

/// What was shown, by whom and how: kinds of documents and dates.
struct ShownOptions: ParsableArguments {
  @Option(
    name: [.customLong("method"), .customLong("channel")],
    help: .both(
      "in-person (対面), by-post (郵送), online (オンライン) or telephone (電話).",
      "対面 (in-person), 郵送 (by-post), オンライン (online), 電話 (telephone)。", valueName: "method"))
  var method: String?

  @Option(
    help: .both("The day on which it was shown.", "提示を受けた日。", valueName: "date"))
  var on: CalendarDate?

  @Option(
    name: .customLong("number-document"),
    help: .both(
      "What proved the number, by the policy's name or id.", "番号確認書類（規程の名称またはID）。",
      valueName: "document"))
  var numberDocuments: [String] = []

  @Option(
    name: .customLong("identity-document"),
    help: .both(
      "What proved the identity of who handed it over; may be repeated.",
      "提供した者の身元確認書類。繰り返せる。", valueName: "document"))
  var identityDocuments: [String] = []

  @Option(
    name: .customLong("power-document"),
    help: .both(
      "What proved an agent's power, such as 委任状; may be repeated.",
      "代理権を証する書類（委任状など）。繰り返せる。", valueName: "document"))
  var powerDocuments: [String] = []

  @Option(
    help: .both(
      "Who handed it over: person (default), employee, statutory-agent, voluntary-agent, "
        + "corporate-agent or former-employer.",
      "提供した者: 本人 person（既定）, 従業員 employee, 法定代理人 statutory-agent, 任意代理人 voluntary-agent, "
        + "法人の代理人 corporate-agent, 前の事業者 former-employer。", valueName: "provider"))
  var provider: String?

  @Option(
    name: .customLong("fact"),
    help: .both(
      "What no paper shows and holds, such as particulars-agree; may be repeated.",
      "書類に表れず、当たること（particulars-agree など）。繰り返せる。", valueName: "fact"))
  var facts: [String] = []

  @Option(
    name: .customLong("not-fact"),
    help: .both(
      "What was asked and does not hold; may be repeated.", "尋ねて、当たらないこと。繰り返せる。",
      valueName: "fact"))
  var failing: [String] = []

  @Option(
    name: .customLong("expiry"),
    help: .both(
      "The last day of a document: DOCUMENT=DATE, or DATE of the only one that has one.",
      "有効期限: 書類=日付、または期限のある唯一の書類の日付。", valueName: "document=date"))
  var expiries: [String] = []

  @Option(
    name: .customLong("issued"),
    help: .both(
      "The day of issue of a document: DOCUMENT=DATE, or DATE of the only one whose age counts.",
      "発行日: 書類=日付、または発行日の要る唯一の書類の日付。", valueName: "document=date"))
  var issues: [String] = []

  @Option(
    name: .customLong("copy"),
    help: .both(
      "A document of which a copy was shown; may be repeated.", "写しで受けた書類。繰り返せる。",
      valueName: "document"))
  var copies: [String] = []

  @Option(
    help: .both(
      "The day of the consent, for a number from a former employer.",
      "前の事業者からの提供について、本人の同意の日。", valueName: "date"))
  var consent: CalendarDate?

  @Flag(help: .both("The person lives abroad and kept the number.", "国外転出者である。"))
  var abroad = false

  /// What must be said in any case.
  func check() throws {
    guard method != nil, on != nil else {
      throw ValidationError(.methodAndDayNeeded)
    }
    let isTransfer = (try? ShownWords.provider(provider)) == .formerEmployer
    guard consent == nil || isTransfer else {
      throw ValidationError(.goesWith("--consent", "--provider former-employer"))
    }
  }

  /// With a file nothing else is said.
  func checkUnused() throws {
    let words =
      numberDocuments + identityDocuments + powerDocuments + facts + failing + expiries + issues
      + copies
    guard words.isEmpty, method == nil, provider == nil, on == nil, consent == nil, !abroad else {
      throw ValidationError(.fileSaysAll)
    }
  }

  /// The case; the person's kind and standing are the vault's to say.
  func identityCase(under rules: IdentityRules) throws -> IdentityCase {
    guard let on, let method else { throw Failure.usage(.methodOrDayMissing) }
    let provider = try ShownWords.provider(provider)
    return IdentityCase(
      date: on, channel: try ShownWords.channel(method), kind: .employee,
      residence: abroad ? .abroad : .japan, provider: provider, consentOn: consent,
      documents: try ShownDocuments(self, provider, rules, on: on).documents,
      holding: CaseSet(try facts.map { try ShownWords.fact($0, under: rules) }),
      failing: CaseSet(try failing.map { try ShownWords.fact($0, under: rules) }))
  }
}
