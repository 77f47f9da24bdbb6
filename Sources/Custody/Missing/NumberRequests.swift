internal import Auditing
internal import JSON
public import People
internal import Rules
internal import Sealing
internal import Wording

/// Records who was asked for a number, when, how and with what answer (提供を求めた経過等の記録、保存).
public struct NumberRequests {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Records as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Records a request; as long as there is no number, the newest one says why.
  ///
  /// - Returns: False if the very same is recorded already, whoever did it: nothing is added then.
  /// - Throws: `.notFound`; `.usage` for a day that is a slip of the pen, a person whom no form
  ///   carries (番号法15条), and a request after the number was given; `.badInput` for a reason
  ///   that is too long or holds a number.
  @discardableResult
  public func record(
    _ code: PersonCode, askedOn: CalendarDate, method: RequestMethod, answer: RequestAnswer,
    answeredOn: CalendarDate? = nil, reason: String? = nil, askAgainOn: CalendarDate? = nil
  ) throws(CustodyError) -> Bool {
    try session.require(.ask)
    let request = NumberRequest(
      askedOn: askedOn, method: method, answer: answer, answeredOn: answeredOn,
      reason: try reason.map { text throws(CustodyError) in try FreeText(kept: text).text },
      askAgainOn: askAgainOn, by: session.account.id)
    if let mistake = request.mistakes(asOf: vault.today).first {
      throw CustodyError(.usage(mistake.phrase))
    }
    let person = try vault.requirePerson(code)
    if person.record.requests.contains(where: request.saysTheSame(as:)) { return false }
    try check(request, of: person.record)
    var record = person.record
    record.add(request)
    try write(record, of: person, "ask", request)
    return true
  }

  /// Takes the request recorded last of a day and method back, which was a mistake.
  ///
  /// - Throws: `.notFound` if there is none.
  public func takeBack(
    _ code: PersonCode, askedOn: CalendarDate, method: RequestMethod
  ) throws(CustodyError) {
    try session.require(.ask)
    let person = try vault.requirePerson(code)
    var record = person.record
    let sought = NumberRequest(
      askedOn: askedOn, method: method, answer: .none, by: session.account.id)
    guard let taken = record.takeBack(sought) else {
      throw CustodyError(.notFound("the request to \(code.text) of \(askedOn.isoText)"))
    }
    try write(record, of: person, "ask-undo", taken)
  }

  /// Nobody is asked whose number no form carries, or who has given it.
  private func check(_ request: NumberRequest, of record: PersonRecord) throws(CustodyError) {
    let collection = vault.policy.collection
    if record.kind == .family {
      if record.wasRemoved(by: request.askedOn) {
        throw CustodyError(.usage(RowReader.noDependent))
      }
      let decision = collection.decide(.family(record.standing, record.relationship))
      if case .refused(let subject) = decision, let why = collection.words(of: subject) {
        throw CustodyError(.usage(why))
      }
    }
    if record.kind == .payee, record.noNumberReason == .exempt {
      throw CustodyError(.usage(Self.exempt))
    }
    if record.holdsNumber, let given = record.current?.declaredOn, given < request.askedOn {
      throw CustodyError(
        .usage("the number was given on \(given.isoText), before the day of the request"))
    }
  }

  private static let exempt: Phrase =
    "no payment record with the payee's number is filed (番号法14条1項): do not ask; where one is after all, import 依頼中 (asked) with --update first"

  private func write(
    _ record: PersonRecord, of person: VerifiedPerson, _ action: String, _ request: NumberRequest
  ) throws(CustodyError) {
    var content = session.entry(action)
    content.person = record.code.text
    content.reason = request.reason
    content.detail = [
      "asked_on": .string(request.askedOn.isoText), "method": .string(request.method.english),
      "answer": .string(request.answer.english),
    ]
    content.detail["answered_on"] = (request.answeredOn?.isoText).map(CanonicalValue.string)
    content.detail["ask_again_on"] = (request.askAgainOn?.isoText).map(CanonicalValue.string)
    let transaction = try Transaction(vault, touchesKeys: false)
    try RecordWriting(vault).write(record, of: person, content, in: transaction)
    try transaction.finish(signedBy: session.secrets.signer)
  }
}

extension FreeText {
  /// A text that is kept with a person.
  ///
  /// - Throws: `.badInput`.
  init(kept text: String) throws(CustodyError) {
    do throws(AuditingError) {
      try self.init(text)
    } catch {
      throw CustodyError(error)
    }
  }
}
