import ArgumentParser
import MyNumberKit

/// `incident fact`: records what became known of an incident since it was opened.
struct IncidentFactCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "fact",
      Message("Record what became known of an incident since.", "漏えい等について後から分かったことを記録する。"),
      Message(
        """
        A signed entry; the next 'assess' and 'report' go by it. Whether unspecified many could see it, what came \
        back unseen, whether the keys are safe and how many it can concern decide whether it is reported, and no log \
        tells them. A count, or a wrongful cause, is of the day --on or else of today; what was first reportable stays so, and no \
        harm is taken back. Give only what is known.
        """,
        """
        署名つきで記録し、次の 'assess' と 'report' はこれによる。不特定多数が閲覧できたか、閲覧される前に回収したか、鍵は\
        漏れていないか、最大で何人かは、報告の要否を左右するが、取扱記録からは分からない。人数や不正の目的による原因は --on の日（なければ今日）に知ったものとし、一度報告の\
        対象になったものはそのままとし、起きたことは取り消さない。分かったことだけを指定する。
        """),
      example: """
        mynumber incident fact 57 --open-to-many yes --people 12 \\
          --vault acme.vault --as 監査
        """)
  }

  @Argument(
    help: .both(
      "The incident: the number that 'incident open' printed.", "事案: 'incident open' の示した番号。"))
  var incident: Int

  @Option(
    help: .both(
      "What happened besides, in the words of 'incident open'; may stand several times.",
      "ほかに起きたこと。'incident open' の語による。繰り返し指定できる。", valueName: "harm"))
  var harm: [IncidentHarm] = []

  @Option(
    help: .both(
      "The cause, in the words of 'incident open'.", "原因。'incident open' の語による。",
      valueName: "cause"))
  var cause: IncidentCause?

  @Option(
    help: .both(
      "Whether unspecified many could see it electronically: yes or no.",
      "電磁的方法により不特定多数の者が閲覧できたか: yes, no。", valueName: "yes|no"))
  var openToMany: YesOrNo?

  @Option(
    help: .both(
      "The day on which a wrongful purpose came to be suspected.", "不正の目的のおそれを知った日。",
      valueName: "date"))
  var wrongfulOn: CalendarDate?

  @Option(
    help: .both(
      "Whether all of it came back before anybody saw it: yes or no.",
      "閲覧される前に全てを回収したか: yes, no。", valueName: "yes|no"))
  var recoveredUnseen: YesOrNo?

  @Option(
    help: .both(
      "Whether the same information is kept elsewhere: yes or no.",
      "同じ内容が他に保管されているか: yes, no。", valueName: "yes|no"))
  var copyRemains: YesOrNo?

  @Option(
    help: .both(
      "Whether no key, copy of one or passphrase leaked: yes or no.",
      "鍵、その控え、パスフレーズが漏れていないか: yes（漏れていない）, no。", valueName: "yes|no"))
  var keysSafe: YesOrNo?

  @Option(
    help: .both(
      "The day on which the contractor knew at whom it happened.", "委託先で起きたとき、委託先が知った日。",
      valueName: "date"))
  var contractorKnewOn: CalendarDate?

  @Option(
    help: .both(
      "The day on which the contractor told the employer.", "委託先から通知を受けた日。", valueName: "date"))
  var contractorToldOn: CalendarDate?

  @Option(
    help: .both("The most people it can concern, as counted.", "最大で何人か。", valueName: "n"))
  var people: Int?

  @Option(
    help: .both(
      "The day on which any department came to know this; today if left out.",
      "いずれかの部署がこれを知った日。省くと今日。", valueName: "date"))
  var on: CalendarDate?

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    var facts = IncidentFacts()
    facts.harms = CaseSet(harm)
    facts.cause = cause
    facts.isOpenToMany = openToMany?.isYes
    facts.wrongfulOn = wrongfulOn
    facts.isRecoveredUnseen = recoveredUnseen?.isYes
    facts.hasCopy = copyRemains?.isYes
    facts.areKeysSafe = keysSafe?.isYes
    facts.contractorKnewOn = contractorKnewOn
    facts.contractorToldOn = contractorToldOn
    facts.people = people
    facts.on = on
    let session = try VaultAccess(context).signIn(options)
    let entry = try Incidents(session).add(facts, to: incident)
    try context.terminal.write("\(entry)\n")
    context.terminal.tell(.incidentFact(incident))
  }
}
