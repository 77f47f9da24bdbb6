import People
import TestSupport

/// A record with something of everything, the same for the same generator.
func randomRecord(using generator: inout SplitMix) throws -> PersonRecord {
  var record = PersonRecord(
    id: try PersonID(randomBytes(16, using: &generator)),
    code: try PersonCode(
      ["0012", "A-7", "0012-2", "x.y_z"].randomElement(using: &generator) ?? "1"),
    kind: PersonKind.allCases.randomElement(using: &generator) ?? .employee,
    relationship: maybe(Relationship.allCases, using: &generator),
    standing: DependentStanding(
      taxDependent: .random(using: &generator), healthDependent: .random(using: &generator),
      category3: .random(using: &generator), careFamily: .random(using: &generator),
      heir: .random(using: &generator), sixteenFrom: maybe([1, 2025, 9999], using: &generator)))
  for _ in 0..<Int.random(in: 0...3, using: &generator) {
    record.declarations.append(
      Declaration(
        id: try DeclarationID(randomBytes(16, using: &generator)),
        purposes: randomWords(using: &generator), date: randomDay(using: &generator),
        method: randomWord(using: &generator),
        noticeDigest: .random(using: &generator) ? randomBytes(32, using: &generator) : nil,
        by: randomWord(using: &generator)))
  }
  addHistory(to: &record, using: &generator)
  record.noteUnsealed(randomWords(using: &generator))
  return record
}

private func addHistory(to record: inout PersonRecord, using generator: inout SplitMix) {
  record.verification = randomVerification(using: &generator)
  record.noNumberReason = maybe(NoNumberReason.allCases, using: &generator)
  record.currentVersion = Int.random(in: 0...3, using: &generator)
  for version in 0..<Int.random(in: 0...3, using: &generator) {
    record.versions.append(
      NumberVersion(
        version: version + 1, declaredOn: randomDay(using: &generator),
        replacedOn: maybe([randomDay(using: &generator)], using: &generator),
        how: NumberVersion.State.allCases.randomElement(using: &generator) ?? .current,
        usable: .random(using: &generator)))
  }
  record.hiredOn = maybe([randomDay(using: &generator)], using: &generator)
  record.leftOn = maybe([randomDay(using: &generator)], using: &generator)
  record.leaveReason = maybe(LeaveReason.allCases, using: &generator)
  record.lastPaidOn = maybe([randomDay(using: &generator)], using: &generator)
  for _ in 0..<Int.random(in: 0...4, using: &generator) {
    record.events.append(randomEvent(using: &generator))
    record.holds.append(
      Hold(
        id: randomWord(using: &generator), reason: randomWord(using: &generator),
        until: maybe([randomDay(using: &generator)], using: &generator)))
    record.notePurge(of: randomWord(using: &generator), on: randomDay(using: &generator))
    record.add(randomRequest(using: &generator))
    record.changesDone.append(randomChange(using: &generator))
  }
  for _ in 0..<Int.random(in: 0...3, using: &generator) {
    record.note(randomSecondEntry(using: &generator), usable: .random(using: &generator))
  }
  if .random(using: &generator) { record.keepVerification() }
}

private func randomSecondEntry(using generator: inout SplitMix) -> SecondEntry {
  SecondEntry(
    version: .random(in: 1...5, using: &generator),
    state: SecondEntry.State.allCases.randomElement(using: &generator) ?? .agreed,
    firstBy: randomWord(using: &generator),
    by: maybe(["u7"], using: &generator),
    on: maybe([randomDay(using: &generator)], using: &generator))
}

private func randomRequest(using generator: inout SplitMix) -> NumberRequest {
  NumberRequest(
    askedOn: randomDay(using: &generator),
    method: RequestMethod.allCases.randomElement(using: &generator) ?? .other,
    answer: RequestAnswer.allCases.randomElement(using: &generator) ?? .none,
    answeredOn: maybe([randomDay(using: &generator)], using: &generator),
    reason: maybe([randomWord(using: &generator)], using: &generator),
    askAgainOn: maybe([randomDay(using: &generator)], using: &generator),
    by: randomWord(using: &generator))
}

private func randomChange(using generator: inout SplitMix) -> ChangeDone {
  ChangeDone(
    version: Int.random(in: 0...3, using: &generator), rule: randomWord(using: &generator),
    year: maybe([1, 2026, 9999], using: &generator), date: randomDay(using: &generator),
    receipt: maybe([randomWord(using: &generator)], using: &generator),
    by: randomWord(using: &generator))
}

private func randomEvent(using generator: inout SplitMix) -> LifeEvent {
  LifeEvent(
    LifeEventKind.allCases.randomElement(using: &generator) ?? .hired,
    on: maybe([randomDay(using: &generator)], using: &generator),
    year: maybe([1, 2026, 9999], using: &generator),
    purpose: maybe([randomWord(using: &generator)], using: &generator),
    form: maybe([randomWord(using: &generator)], using: &generator),
    basis: LifeEvent.Basis.allCases.randomElement(using: &generator) ?? .recorded)
}

private func randomVerification(using generator: inout SplitMix) -> Verification {
  let date = randomDay(using: &generator)
  let word = randomWord(using: &generator)
  let all: [Verification] = [
    .none, .employeeDuty, .verified(rule: word, on: date, policy: word),
    .legacy(attestedOn: date, by: word), .articleNineteenFour(consentOn: date),
    .numberProved(rule: word, on: date, policy: word), .claimed(on: date, by: word),
  ]
  return all.randomElement(using: &generator) ?? .none
}

private func randomBytes(_ count: Int, using generator: inout SplitMix) -> [UInt8] {
  (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
}

private func randomDay(using generator: inout SplitMix) -> CalendarDate {
  let days = [-719_162, -1, 0, 20_000, 2_932_896].randomElement(using: &generator) ?? 0
  return CalendarDate(dayNumber: days) ?? .first
}

private func randomWord(using generator: inout SplitMix) -> String {
  // The last two are equal as Swift sees texts, yet not the same bytes.
  let words = ["", "tax-withholding", "health-pension@contractor", "訴訟", "が", "か\u{3099}"]
  return words.randomElement(using: &generator) ?? ""
}

private func randomWords(using generator: inout SplitMix) -> [String] {
  (0..<Int.random(in: 0...4, using: &generator)).map { _ in randomWord(using: &generator) }
}

private func maybe<Value>(_ values: [Value], using generator: inout SplitMix) -> Value? {
  .random(using: &generator) ? values.randomElement(using: &generator) : nil
}
