internal import Auditing
public import People
internal import Rules
internal import Sealing
internal import Secrets
internal import Storage
internal import Wording

extension Session {
  /// The name of the compartment for names and addresses.
  static let roster = "roster"
  /// The name of the compartment for evidence.
  static let evidence = "evidence"

  /// Opens a person's name and address with the roster key.
  ///
  /// - Throws: `.refused`, with its entry in the log, when the session does not hold it;
  ///   `.notFound` for one whose name was destroyed with the last number, or lost by a restore.
  public func profile(of person: VerifiedPerson) throws(CustodyError) -> Profile {
    if let profile = try profileIfHeld(of: person) { return profile }
    guard holdsRoster else { throw try rosterRefusal(of: person.record.code) }
    let code = person.record.code.text
    throw CustodyError(
      .notFound(
        person.record.isProfileLost
          ? "the name of \(code), lost by a restore (person import --update names them anew)"
          : "the name of \(code), destroyed with the last number"))
  }

  /// Whether the name and the address went with a person's last number, or were lost by a restore.
  public func isProfileDestroyed(of person: VerifiedPerson) throws(CustodyError) -> Bool {
    guard person.record.isWithoutNumbers || person.record.isProfileLost else { return false }
    return try CustodyError.gathering {
      let version = try vault.store.withProfile(id: person.row) { version, _, _ in version } ?? 0
      let wraps = try vault.store.wraps(person: person.row, object: .profile, version: version)
      return !wraps.isEmpty && wraps.allSatisfy(\.header.isErased)
    }
  }

  /// Keeps the vault locked for reading meanwhile, instead of once for each row; nothing may be
  /// recorded until it ends.
  public func reading(_ body: () throws(CustodyError) -> Void) throws(CustodyError) {
    guard !isReading else { return try vault.reading(body) }
    isReading = true
    var isDone = false
    defer {
      isReading = false
      // Why the work failed matters more than that the wiping of OpenSSL's memory failed too.
      if !isDone { try? opener.finish() }
    }
    try vault.reading(body)
    isDone = true
    do throws(SealingError) {
      try opener.finish()
    } catch {
      throw CustodyError(error)
    }
  }

  /// The person of a code, held against the log; nil if there is none.
  public func person(_ code: PersonCode) throws(CustodyError) -> VerifiedPerson? {
    try rows.person(code)
  }

  /// Whether the session can open names and addresses.
  public var holdsRoster: Bool { keyRing.holds(Self.roster) }

  /// Refuses whoever does not hold the roster key.
  ///
  /// - Throws: `.refused`, with its entry in the log.
  public func requireRoster() throws(CustodyError) {
    if !holdsRoster { throw try rosterRefusal(of: nil) }
  }

  private func rosterRefusal(of code: PersonCode?) throws(CustodyError) -> CustodyError {
    let refusal = Refusal.keyNotHeld(PurposeID(rawValue: Self.roster))
    try note(refusal, action: .list, of: [code])
    return CustodyError(.refused(refusal))
  }

  /// The profile; nil without the roster key, and when it went with the last number.
  public func profileIfHeld(of person: VerifiedPerson) throws(CustodyError) -> Profile? {
    guard holdsRoster, try !isProfileDestroyed(of: person) else { return nil }
    let version: Int = try CustodyError.gathering {
      try vault.store.withProfile(id: person.row) { version, _, _ in version } ?? 0
    }
    let object = SealedObject(person: person.record.id, kind: .profile, version: version)
    let plain: [UInt8]
    do throws(CustodyError) {
      plain = try opened(object, row: person.row, key: Self.roster)
    } catch {
      guard case .notFound = error.code else { throw error }
      throw CustodyError(
        .integrity(
          "keys.sqlite: the wrap of the name of \(person.record.code.text) is marked erased"))
    }
    do throws(PeopleError) {
      return try Profile(decoding: plain.span)
    } catch {
      throw CustodyError(.integrity("a sealed profile has a wrong form"))
    }
  }

  /// What was sealed to a compartment; the keys are forgotten, whether it opens or not, but among
  /// many only after the last.
  func opened(_ object: SealedObject, row: Int64, key: String) throws(CustodyError) -> [UInt8] {
    do throws(SealingError) {
      let secret = try opener.open(object, row: row, key: key)
      let plain = secret.withSpan { [UInt8](copying: $0) }
      if !isReading { try opener.finish() }
      return plain
    } catch {
      try? opener.finish()
      throw CustodyError(error)
    }
  }
}
