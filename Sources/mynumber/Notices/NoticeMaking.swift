import MyNumberKit

/// Makes notices of purposes from what the vault and the policy say.
struct NoticeMaking {
  private let session: Session
  private let sender: NoticeSender
  private let date: CalendarDate
  private let purposes: [PurposeID]?
  private var vault: Vault { session.vault }

  init(
    _ session: Session, sender: NoticeSender, date: CalendarDate, purposes: [PurposeID]?
  ) {
    self.session = session
    self.sender = sender
    self.date = date
    self.purposes = purposes
  }

  /// The general form of each kind of person that such an employer has.
  func general() -> [PurposeNotice] {
    PersonKind.allCases.compactMap { kind in
      guard kind != .proprietor || vault.authority.genesis.corporateNumber == nil else {
        return nil
      }
      return PurposeNotice(
        to: kind, from: sender, on: date, purposes: purposes, policy: vault.policy)
    }
  }

  /// The notices of people, with their names if the roster key is held; the log notes that first.
  func notices(to codes: [PersonCode]) throws -> [PurposeNotice] {
    if session.holdsRoster { try session.note(.names(people: codes.count)) }
    return try codes.map { code in
      let person = try vault.requirePerson(code)
      let notice = PurposeNotice(
        to: person.record, name: try session.profileIfHeld(of: person)?.name, from: sender,
        on: date, purposes: purposes, policy: vault.policy)
      guard let notice else { throw Failure(ExitStatus.refused, .noticeNotNeeded(code.text)) }
      return notice
    }
  }
}
