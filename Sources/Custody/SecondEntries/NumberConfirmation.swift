internal import Auditing
public import Numbers
public import People
internal import Rules
internal import Sealing
internal import Wording

/// Takes numbers a second time, from another user than the first and blind to the first entry
/// (ガイドライン別添1 B).
///
/// Nothing is compared here: the entry is sealed to the keys of the number's purposes, which whoever
/// enters it need not hold. The first who may read the number has the two compared.
public struct NumberConfirmation {
  private let session: Session

  /// Enters as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Asks, before anything is typed, whether the session's user may enter a person's number.
  ///
  /// - Throws: `.refused`, with an entry, for the user who entered it first; `.notFound`;
  ///   `.badInput` where no second entry is awaited.
  public func check(_ code: PersonCode) throws(CustodyError) {
    try session.require(.secondEntry)
    _ = try person(code, in: SecondEntryRun(session))
  }

  /// Seals a second entry of a person's number.
  ///
  /// - Throws: As ``check(_:)``; `.busy` if somebody else changed the person meanwhile.
  public func confirm(_ code: PersonCode, _ number: consuming MyNumber) throws(CustodyError) {
    try session.require(.secondEntry)
    let run = try SecondEntryRun(session)
    try run.seal(number, of: try person(code, in: run))
    try run.write()
  }

  /// Seals the second entries of a file, all or nothing.
  ///
  /// It has the columns 社員番号, 家族番号 and 個人番号; others are ignored.
  ///
  /// - Parameters:
  ///   - descriptor: An open file; it is read from its beginning.
  ///   - name: The file's name, for messages.
  /// - Returns: How many there are.
  /// - Throws: `.badInput` with every mistake; `.refused`, with an entry for each person, where the
  ///   session's user entered one first; `.busy`.
  public func confirm(descriptor: Int32, name: String) throws(CustodyError) -> Int {
    try session.require(.secondEntry)
    let run = try SecondEntryRun(session)
    let reading = SecondEntryFile(session, run, file: name)
    try reading.read(descriptor)
    try refuse(reading.same)
    try run.write()
    return reading.count
  }

  private func person(
    _ code: PersonCode, in run: SecondEntryRun
  ) throws(CustodyError) -> VerifiedPerson {
    guard let person = try session.rows.person(code) else {
      throw CustodyError(.notFound("person \(code.text)"))
    }
    switch run.obstacle(of: person) {
    case nil: return person
    case .same:
      try refuse([person])
      return person
    case .notWaiting(let why):
      throw CustodyError(.badInput([InputMistake(field: code.text, message: why)]))
    }
  }

  /// Refuses whoever entered the numbers first, with an entry for each person.
  private func refuse(_ people: [VerifiedPerson]) throws(CustodyError) {
    guard !people.isEmpty else { return }
    let refusal = Refusal.secondEntryBySame
    let transaction = try Transaction(session.vault, touchesKeys: false)
    for person in people {
      var content = session.entry(Action.secondEntry.rawValue, outcome: .refused)
      content.person = person.record.code.text
      content.rule = refusal.rule
      content.article = refusal.article
      try transaction.add(content, person: person.row)
    }
    try transaction.finish(signedBy: session.secrets.signer)
    throw CustodyError(.refused(refusal))
  }
}
