internal import Auditing
internal import People
internal import Rules
internal import Sealing
internal import Storage

/// Makes the new wraps of a batch, and with a reseal the new ciphertexts; nothing is stored here.
struct CarriedValues {
  private let turn: KeyTurn
  private var key: AuthenticatedKey { turn.key }
  private let opener: Opener<PinnedRows>
  private let sealer: CollectionSealer
  private let rows: PinnedRows
  private let hand: KeyHand
  private let authority: Authority
  private let lockboxes: SoundLockboxes
  private var store: any VaultStore { hand.session.vault.store }

  init(
    _ turn: KeyTurn, _ opener: Opener<PinnedRows>, _ sealer: CollectionSealer,
    _ rows: PinnedRows, _ hand: KeyHand, _ authority: Authority
  ) throws(CustodyError) {
    self.turn = turn
    self.opener = opener
    self.sealer = sealer
    self.rows = rows
    self.hand = hand
    self.authority = authority
    lockboxes = SoundLockboxes(rows, authority)
  }

  /// What the wraps belong to, each once, sealed for the newest generation.
  func values(of wraps: [WrapHeader]) throws(CustodyError) -> [CarriedValue] {
    var values: [CarriedValue] = []
    var seen: Set<CarriedValue.Place> = []
    var known: VerifiedPerson?
    for wrap in wraps {
      let place = CarriedValue.Place(wrap)
      guard seen.insert(place).inserted else { continue }
      if known?.row != place.person { known = try person(of: place) }
      guard let person = known else { continue }
      values.append(try value(at: place, of: person))
    }
    return values
  }

  private func person(of place: CarriedValue.Place) throws(CustodyError) -> VerifiedPerson {
    let row: PersonRow?
    do throws(StorageError) {
      row = try store.person(id: place.person)
    } catch {
      throw CustodyError(error)
    }
    guard let row else {
      throw CustodyError(.integrity("vault.sqlite: person row \(place.person) is missing"))
    }
    return try rows.verified(row)
  }

  private func value(
    at place: CarriedValue.Place, of person: VerifiedPerson
  ) throws(CustodyError) -> CarriedValue {
    guard try isInUse(place, of: person) else { return CarriedValue(place, of: key.number) }
    let object = SealedObject(
      person: person.record.id, kind: place.kind, version: place.version)
    do {
      guard turn.reseals else {
        let target = WrapTarget(key: key, declaration: try declaration(of: try mine(at: place)))
        let wraps = try opener.rewrap(
          object, row: person.row, by: turn, to: target, with: sealer)
        return CarriedValue(place, of: key.number, wraps: [wraps], for: [target])
      }
      let targets = try targets(at: place, object, of: person)
      let (value, wraps) = try opener.reseal(
        object, row: person.row, by: turn, to: targets, with: sealer)
      return CarriedValue(place, value, wraps: wraps, for: targets)
    } catch let error as SealingError {
      throw CustodyError(error.inside("\(person.record.code.text), \(place.name)"))
    } catch {
      throw CustodyError(any: error)
    }
  }

  /// A profile that was written anew left its former wrap behind, which opens nothing any more; the row
  /// says so in a column that no entry pins, so the one in use must open.
  private func isInUse(
    _ place: CarriedValue.Place, of person: VerifiedPerson
  ) throws(CustodyError) -> Bool {
    guard place.kind == .profile else { return true }
    do {
      let newest = try store.withProfile(id: place.person) { version, _, _ in version } ?? 0
      if newest == place.version { return true }
      guard newest > place.version else {
        throw SealingError(.notAuthentic, doing: "find the version of a profile")
      }
      let object = SealedObject(person: person.record.id, kind: .profile, version: newest)
      try opener.checkWrap(of: object, row: person.row, key: key.name)
      return false
    } catch let error as SealingError {
      throw CustodyError(
        .integrity("\(error.inside("\(person.record.code.text), \(place.name)"))"))
    } catch {
      throw CustodyError(any: error)
    }
  }

  // MARK: Whom a resealed value is for

  /// Every key that opens the value now: those held, whose wrap is shown to be real by opening it, and
  /// the purposes for which the version is sealed by the record and the log.
  ///
  /// A wrap that somebody planted must not become one that opens.
  private func targets(
    at place: CarriedValue.Place, _ object: SealedObject, of person: VerifiedPerson
  ) throws -> [WrapTarget] {
    var targets: [WrapTarget] = []
    for wrap in try newestWraps(at: place) {
      guard let name = lockboxes.name(ofKey: wrap.header.key), let newest = authority.key(name),
        try lockboxes.key(of: wrap.header.lockbox) == name
      else { throw planted(wrap, person) }
      if name != key.name { try check(name, wrap, object, person) }
      targets.append(WrapTarget(key: newest, declaration: try declaration(of: wrap)))
    }
    return targets
  }

  private func check(
    _ name: String, _ wrap: WrapRow, _ object: SealedObject, _ person: VerifiedPerson
  ) throws {
    if hand.ring.holds(name) {
      return try opener.checkWrap(of: object, row: person.row, key: name)
    }
    guard ContractorKey(name: name) == nil else { throw SharedValues.notHeld(name) }
    guard object.kind.isOfNumber, wrap.sealed.contains(where: { $0 != 0 }),
      try isSealed(object.version, for: name, of: person),
      try isDeclared(wrap, to: person)
    else { throw planted(wrap, person) }
  }

  /// Whether a version is sealed for a purpose whose key is not held here: the one in use as the record
  /// has it; a former one if the purpose was told while it was in use and it was not destroyed for it.
  private func isSealed(
    _ version: Int, for purpose: String, of person: VerifiedPerson
  ) throws(CustodyError) -> Bool {
    let record = person.record
    guard let number = record.version(version) else { return false }
    if number.how == .current { return record.mustHaveWrap(of: version, for: purpose) }
    guard number.how != .purged, let replaced = number.replacedOn else { return false }
    let trail = PurgeTrail(hand.session.vault)
    if let isGone = try trail.wasLastDestroyed(purpose, version, of: person) { return !isGone }
    return record.declarations.contains { $0.covers(purpose) && $0.date <= replaced }
  }

  /// Nobody here can open the wrap to see on which declaration it rests.
  private func isDeclared(_ wrap: WrapRow, to person: VerifiedPerson) throws -> Bool {
    let id = try declaration(of: wrap)
    return person.record.declarations.contains { $0.id == id }
  }

  private func planted(_ wrap: WrapRow, _ person: VerifiedPerson) -> CustodyError {
    CustodyError(
      .integrity(
        "keys.sqlite: wrap \(wrap.header.id) of \(person.record.code.text) is for a key that the "
          + "log does not give it"))
  }

  /// The wrap that counts under each key.
  private func newestWraps(at place: CarriedValue.Place) throws(StorageError) -> [WrapRow] {
    let all = try store.wraps(
      person: place.person, object: place.kind.stored, version: place.version)
    var newest: [Int64: WrapRow] = [:]
    for wrap in all where !wrap.header.isErased { newest[wrap.header.key] = wrap }
    return newest.values.sorted { $0.header.key < $1.header.key }
  }

  private func mine(at place: CarriedValue.Place) throws -> WrapRow {
    guard let wrap = try newestWraps(at: place).first(where: { $0.header.key == key.number })
    else { throw SealingError(.missing, doing: "find a wrap") }
    return wrap
  }

  private func declaration(of wrap: WrapRow) throws -> DeclarationID {
    try DeclarationID(wrap.declaration)
  }
}

extension SealedKind {
  /// Whether it is sealed for purposes of use.
  fileprivate var isOfNumber: Bool { self == .number || self == .secondEntry }
}
