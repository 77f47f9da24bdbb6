internal import Auditing
internal import People
internal import Sealing
internal import Storage

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
  /// What is not as the log records it, with the file and the row; the first hundred.
  public private(set) var problems: [String] = []
  /// How many people have a problem.
  public private(set) var problemCount = 0

  private let vault: Vault
  private let rows: PinnedRows
  /// The keys of the lockboxes that were found as the log records them, by row.
  private var soundBoxes: [Int64: String] = [:]

  /// Examines a vault.
  ///
  /// - Parameter progress: Told how many people were looked at, of how many.
  /// - Throws: `.integrity` for a person whose row is not as the log records it.
  public init(
    _ vault: Vault, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(CustodyError) {
    self.vault = vault
    rows = try PinnedRows(vault)
    try vault.forEachPerson { (person) throws(CustodyError) in
      try examine(person)
      if people % 1000 == 0 { progress(people, vault.peopleCount) }
    }
  }

  private func examine(_ person: VerifiedPerson) throws(CustodyError) {
    people += 1
    guard person.record.current?.how == .current else { return }
    numbers += 1
    if !person.record.verification.isComplete { unverified += 1 }
    if person.record.isUnconfirmed { unconfirmed += 1 }
    guard try problem(person) != nil, let problem = try problemAnew(person.record.code) else {
      return
    }
    problemCount += 1
    if problems.count < Self.mostProblems { problems.append(problem) }
  }

  /// Another process may have changed the person meanwhile: looks again in one snapshot.
  private func problemAnew(_ code: PersonCode) throws(CustodyError) -> String? {
    try vault.caughtUp { () throws(CustodyError) in
      guard let person = try rows.person(code) else { return nil }
      return try problem(person)
    }
  }

  private func problem(_ person: VerifiedPerson) throws(CustodyError) -> String? {
    let purposes = person.record.sealedPurposes(under: vault.policy)
    guard !purposes.isEmpty else { return nil }
    if let problem = try numberProblem(person) { return problem }
    for purpose in purposes {
      if let problem = try wrapProblem(person, purpose, .number) { return problem }
    }
    return try secondEntryProblem(person, purposes)
  }

  /// A second entry is there, and opens for the same purposes, until the two agreed.
  private func secondEntryProblem(
    _ person: VerifiedPerson, _ purposes: [String]
  ) throws(CustodyError) -> String? {
    let version = person.record.currentVersion
    let state = person.record.secondEntry(of: version)?.state
    guard state == .entered || state == .differed else { return nil }
    let entry: NumberRow?
    do throws(StorageError) {
      entry = try vault.store.secondEntry(person: person.row, version: version)
    } catch {
      throw CustodyError(error)
    }
    guard let entry, !entry.isErased, !entry.sealed.span.isZero else {
      let what = entry == nil ? "is missing" : "is erased, though not purged"
      return "vault.sqlite: the second entry of \(person.record.code.text) \(what)"
    }
    for purpose in purposes {
      if let problem = try wrapProblem(person, purpose, .secondEntry) { return problem }
    }
    return nil
  }

  private func numberProblem(_ person: VerifiedPerson) throws(CustodyError) -> String? {
    let version = person.record.currentVersion
    let isThere: Bool?
    do throws(StorageError) {
      isThere = try vault.store.withNumber(person: person.row, version: version) {
        (isErased, sealed, _) in !isErased && !sealed.isZero
      }
    } catch {
      throw CustodyError(error)
    }
    guard isThere != true else { return nil }
    let what = isThere == nil ? "is missing" : "is erased, though not purged"
    return "vault.sqlite: version \(version) of the number of \(person.record.code.text) \(what)"
  }

  private func wrapProblem(
    _ person: VerifiedPerson, _ purpose: String, _ object: WrapObject
  ) throws(CustodyError) -> String? {
    let entry = object == .secondEntry ? "the second entry of " : ""
    let whose = "of \(entry)\(person.record.code.text) for \(purpose)"
    guard let key = vault.authority.key(purpose) else {
      return "the log states no key \(whose)"
    }
    let lockbox: Int64??
    do throws(StorageError) {
      lockbox = try vault.store.withWrap(
        person: person.row, object: object, version: person.record.currentVersion,
        key: Int64(key.number)
      ) { header, _, sealed in header.isErased || sealed.isZero ? nil : header.lockbox }
    } catch {
      throw CustodyError(error)
    }
    guard let found = lockbox else { return "keys.sqlite: the wrap \(whose) is missing" }
    guard let row = found else {
      return "keys.sqlite: the wrap \(whose) is erased, though not purged"
    }
    guard try lockboxKey(row) == purpose else {
      return "keys.sqlite: lockbox \(row), which has the wrap \(whose), is not the one in the log"
    }
    return nil
  }

  /// The key of a lockbox that an entry pins; nil for any other.
  private func lockboxKey(_ row: Int64) throws(CustodyError) -> String? {
    if let known = soundBoxes[row] { return known }
    do throws(SealingError) {
      let key = try rows.lockbox(row: row).key
      soundBoxes[row] = key
      return key
    } catch {
      switch error.code {
      case .missing, .notAuthentic: return nil
      default: throw CustodyError(error)
      }
    }
  }
}

extension Span<UInt8> {
  /// Whether every byte is zero.
  fileprivate var isZero: Bool {
    var union: UInt8 = 0
    for index in indices { union |= self[index] }
    return union == 0
  }
}
