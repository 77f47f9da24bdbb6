internal import People

/// Looks at every person as far as that goes without a key: whether what the log records is there.
///
/// The gate finds the same when it reads a number; here it shows before anybody needs one.
public final class VaultExamination {
  /// How many problems are listed at most.
  public static let mostProblems = 100

  /// How many people there are.
  public private(set) var people = 0
  /// How many of them have a number in use.
  public private(set) var numbers = 0
  /// How many of those have not been verified.
  public private(set) var unverified = 0
  /// How many of those wait for a second entry or a check, or have one that does not agree.
  public private(set) var unconfirmed = 0
  /// Of how many people a restore has lost the name, and nobody named them since.
  public private(set) var namesLost = 0
  /// What is not as the log records it, with the file and the row; the first hundred.
  public private(set) var problems: [String] = []
  /// How many people have a problem.
  public private(set) var problemCount = 0

  private let vault: Vault
  private let rows: PinnedRows

  /// Examines a vault.
  ///
  /// - Parameter progress: Told how many people were looked at, of how many.
  /// - Throws: `.integrity` for a person whose row is not as the log records it.
  public init(
    _ vault: Vault, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(CustodyError) {
    self.vault = vault
    rows = try PinnedRows(vault)
    let lockboxes = SoundLockboxes(rows, vault.authority)
    try vault.forEachPerson { (person) throws(CustodyError) in
      try examine(person, lockboxes)
      if people % 1000 == 0 { progress(people, vault.peopleCount) }
    }
  }

  private func examine(
    _ person: VerifiedPerson, _ lockboxes: SoundLockboxes
  ) throws(CustodyError) {
    people += 1
    count(person.record)
    guard try problem(person, lockboxes) != nil,
      let problem = try problemAnew(person.record.code)
    else { return }
    problemCount += 1
    if problems.count < Self.mostProblems { problems.append(problem) }
  }

  private func count(_ record: PersonRecord) {
    if record.isProfileLost { namesLost += 1 }
    guard record.current?.how == .current else { return }
    numbers += 1
    if !record.verification.isComplete { unverified += 1 }
    if record.isUnconfirmed { unconfirmed += 1 }
  }

  /// Another process may have changed the person meanwhile: looks again in one snapshot.
  private func problemAnew(_ code: PersonCode) throws(CustodyError) -> String? {
    try vault.caughtUp { () throws(CustodyError) in
      guard let person = try rows.person(code) else { return nil }
      return try problem(person, SoundLockboxes(rows, vault.authority))
    }
  }

  private func problem(
    _ person: VerifiedPerson, _ lockboxes: SoundLockboxes
  ) throws(CustodyError) -> String? {
    for version in person.record.versions where version.how != .purged {
      let examination = VersionExamination(vault, lockboxes, of: person, version)
      if let problem = try examination.problem() { return problem }
    }
    return nil
  }
}
