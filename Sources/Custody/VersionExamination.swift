internal import Auditing
internal import People
internal import Storage

/// Looks at one version of a person's number without a key: its row, its wraps, its second entry.
///
/// Of what is shared with a contractor only what is there can be held against the log, which says
/// who was to be shared and not whether the sharing was interrupted.
struct VersionExamination {
  private let vault: Vault
  private let lockboxes: SoundLockboxes
  private let person: VerifiedPerson
  private let version: NumberVersion
  private var code: String { person.record.code.text }

  init(
    _ vault: Vault, _ lockboxes: SoundLockboxes, of person: VerifiedPerson, _ version: NumberVersion
  ) {
    self.vault = vault
    self.lockboxes = lockboxes
    self.person = person
    self.version = version
  }

  /// What is not as the log records it; nil when all is.
  func problem() throws(CustodyError) -> String? {
    do throws(CustodyError) {
      return try found()
    } catch {
      guard case .integrity(let problem) = error.code else { throw error }
      return problem
    }
  }

  private func found() throws(CustodyError) -> String? {
    let wraps = try wraps(.number)
    if version.how != .current, !wraps.contains(where: \.isLive) {
      return "keys.sqlite: no wrap of \(number) is left, though it was not purged"
    }
    let purposes = try purposes()
    if !wraps.isEmpty || !purposes.isEmpty, let problem = try rowProblem() { return problem }
    if let problem = try problem(wraps, purposes, of: "") { return problem }
    return try secondEntryProblem(purposes)
  }

  /// The purposes for which the version opens; of a former one, those for which it has not been
  /// destroyed.
  private func purposes() throws(CustodyError) -> [String] {
    guard version.how == .current else {
      return try VersionWraps(vault, of: person, version).livePurposes()
    }
    return person.record.sealedPurposes
  }

  private var number: String { "version \(version.version) of the number of \(code)" }

  private func rowProblem() throws(CustodyError) -> String? {
    let isThere: Bool?
    do throws(StorageError) {
      isThere = try vault.store.withNumber(person: person.row, version: version.version) {
        (isErased, sealed, _) in !isErased && !sealed.isZero
      }
    } catch {
      throw CustodyError(error)
    }
    return Self.problem("vault.sqlite: \(number)", isThere: isThere)
  }

  /// A second entry is there, and opens for the same purposes, until the two agreed.
  private func secondEntryProblem(_ purposes: [String]) throws(CustodyError) -> String? {
    let state = person.record.secondEntry(of: version.version)?.state
    guard state == .entered || state == .differed else { return nil }
    let entry: NumberRow?
    do throws(StorageError) {
      entry = try vault.store.secondEntry(person: person.row, version: version.version)
    } catch {
      throw CustodyError(error)
    }
    let isThere = entry.map { !$0.isErased && !$0.sealed.span.isZero }
    let what = "vault.sqlite: the second entry of \(code)"
    if let problem = Self.problem(what, isThere: isThere) { return problem }
    return try problem(try wraps(.secondEntry), purposes, of: "the second entry of ")
  }

  private static func problem(_ what: String, isThere: Bool?) -> String? {
    switch isThere {
    case nil: "\(what) is missing"
    case false: "\(what) is erased, though not purged"
    case true: nil
    }
  }

  // MARK: Wraps

  private func wraps(_ object: WrapObject) throws(CustodyError) -> [WrapRow] {
    do throws(StorageError) {
      return try vault.store.wraps(
        person: person.row, object: object, version: version.version)
    } catch {
      throw CustodyError(error)
    }
  }

  private func problem(
    _ wraps: [WrapRow], _ purposes: [String], of entry: String
  ) throws(CustodyError) -> String? {
    for purpose in purposes {
      let whose = "of \(entry)\(code) for \(purpose)"
      guard let key = vault.authority.keyNumber(purpose) else {
        return "the log states no key \(whose)"
      }
      let mine = wraps.filter { $0.header.key == key }
      let isThere = mine.isEmpty ? nil : mine.contains(where: \.isLive)
      let what = "keys.sqlite: the wrap \(whose)"
      if let problem = Self.problem(what, isThere: isThere) { return problem }
    }
    for wrap in wraps where wrap.isLive {
      if let problem = try lockboxProblem(wrap.header, of: entry) { return problem }
    }
    return nil
  }

  /// A wrap that opens something is in a lockbox of its own key, and its key has not ended.
  private func lockboxProblem(
    _ header: WrapHeader, of entry: String
  ) throws(CustodyError) -> String? {
    guard let name = lockboxes.name(ofKey: header.key) else {
      return "keys.sqlite: wrap \(header.id) of \(entry)\(code) is for a key that has ended"
    }
    if try lockboxes.key(of: header.lockbox) == name { return nil }
    return "keys.sqlite: lockbox \(header.lockbox), which has the wrap of \(entry)\(code) for "
      + "\(name), is not the one in the log"
  }
}

extension WrapRow {
  /// Whether it has bytes to open, whatever it is marked as.
  fileprivate var isLive: Bool { !header.isErased && !sealed.span.isZero }
}

extension Span<UInt8> {
  /// Whether every byte is zero.
  fileprivate var isZero: Bool {
    var union: UInt8 = 0
    for index in indices { union |= self[index] }
    return union == 0
  }
}
