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
  /// - Throws: `.badInput` with every mistake; `.refused` where the session's user entered one first;
  ///   either with an entry for each such person; `.busy`.
  public func confirm(descriptor: Int32, name: String) throws(CustodyError) -> Int {
    try session.require(.secondEntry)
    let run = try SecondEntryRun(session)
    let reading = SecondEntryFile(session, run, file: name)
    try read(descriptor, reading)
    try run.write()
    return reading.count
  }

  private func person(
    _ code: PersonCode, in run: SecondEntryRun
  ) throws(CustodyError) -> VerifiedPerson {
    let person = try session.rows.requirePerson(code)
    switch run.obstacle(of: person) {
    case nil: break
    case .same: try session.refuse(.secondEntryBySame, action: .secondEntry, of: code)
    case .notWaiting(let why):
      throw CustodyError(.badInput([InputMistake(field: code.text, message: why)]))
    }
    return person
  }

  /// Reads a file; whom the session's user entered first is noted whatever else is wrong with it.
  private func read(_ descriptor: Int32, _ reading: SecondEntryFile) throws(CustodyError) {
    do throws(CustodyError) {
      try reading.read(descriptor)
    } catch {
      try note(reading.same)
      throw error
    }
    guard !reading.same.isEmpty else { return }
    try note(reading.same)
    throw CustodyError(.refused(.secondEntryBySame))
  }

  private func note(_ codes: [PersonCode]) throws(CustodyError) {
    try session.note(.secondEntryBySame, action: .secondEntry, of: codes)
  }
}
