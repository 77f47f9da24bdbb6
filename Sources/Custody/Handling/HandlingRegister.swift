internal import Auditing
internal import JSON
public import People
public import Rules
internal import Sealing
internal import Wording

/// Records what is done with numbers outside the vault, and with the people who handle them: signed
/// entries, for which no key is needed (ガイドライン別添1 C-b, C-c, D, E-c, E-d).
public struct HandlingRegister {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Signs as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Registers a file.
  ///
  /// - Returns: The index of the entry, by which the file is named.
  /// - Throws: `.refused` for whose role records no handling; `.usage` for an unknown purpose or
  ///   file, and a regime of no country; `.badInput` for a text that is too long or could hold a number.
  public func add(_ file: FileToRegister) throws(CustodyError) -> Int {
    try session.require(.handling)
    guard !file.purposes.isEmpty else {
      throw CustodyError(.usage("a file is kept for a purpose of use"))
    }
    for purpose in file.purposes where vault.policy.purpose(purpose) == nil {
      throw CustodyError(.usage("the policy has no purpose \(purpose)"))
    }
    guard file.regime == nil || file.country != nil else {
      throw CustodyError(.usage("a regime is a country's: say which"))
    }
    if let old = file.replaces { try check(file: old) }
    return try session.record(try content(file), for: .handling)
  }

  private func content(_ file: FileToRegister) throws(CustodyError) -> EntryContent {
    var content = session.entry(HandlingBook.file)
    content.detail = [
      "kind": .string(file.kind.rawValue), "name": try Self.text(file.name),
      "responsible": try Self.text(file.responsible),
      "department": try Self.text(file.department), "access": try Self.text(file.access),
      "place": try Self.text(file.place),
      "purposes": .string(file.purposes.map(\.rawValue).joined(separator: ",")),
    ]
    content.detail["protection"] = try Self.textIfAny(file.protection)
    content.detail["country"] = try Self.textIfAny(file.country)
    content.detail["regime"] = try Self.textIfAny(file.regime)
    content.detail["dispose_by"] = (file.disposeBy?.isoText).map(CanonicalValue.string)
    content.detail["replaces"] = file.replaces.map(CanonicalValue.integer)
    return content
  }

  /// Records that something was carried out, posted or received.
  ///
  /// - Returns: The index of the entry, by which what was carried out is named.
  /// - Throws: as `add`; `.usage` for a day that has not come, and a return before the carrying.
  public func record(_ move: MoveToRecord) throws(CustodyError) -> Int {
    try session.require(.handling)
    try checkPast(move.on)
    if let file = move.file { try check(file: file) }
    if let back = move.returnBy {
      guard move.kind == .carryOut, back >= move.on else {
        throw CustodyError(.usage("only what is carried out comes back, and not before that day"))
      }
    }
    var content = session.entry(HandlingBook.move)
    content.reason = try Self.free(move.what)
    content.detail = [
      "kind": .string(move.kind.rawValue), "on": .string(move.on.isoText),
      "by": try Self.text(move.by), "party": try Self.text(move.party),
      "protection": try Self.text(move.protection),
    ]
    content.detail["file"] = move.file.map(CanonicalValue.integer)
    content.detail["return_by"] = (move.returnBy?.isoText).map(CanonicalValue.string)
    return try session.record(content, for: .handling)
  }

  /// Records that what was carried out is back.
  ///
  /// - Throws: `.usage` for an entry that is no open carry-out, and a day before it or to come.
  public func comeBack(_ move: Int, on: CalendarDate) throws(CustodyError) {
    try session.require(.handling)
    try checkPast(on)
    guard let open = try vault.book(HandlingBook.self).openMove(move) else {
      throw CustodyError(.usage("entry \(move) is nothing carried out that is still outside"))
    }
    guard open.on <= on else {
      throw CustodyError(.usage("it was carried out on \(open.on) only"))
    }
    var content = session.entry(HandlingBook.comeBack)
    content.detail = ["record": .integer(move), "on": .string(on.isoText)]
    _ = try session.record(content, for: .handling)
  }

  /// Records that papers, media, or the whole of a registered file were destroyed.
  ///
  /// - Returns: The index of the entry.
  /// - Throws: as `add`; `.usage` for a day to come, nothing named, or a certificate of nobody.
  public func record(_ destruction: DestructionToRecord) throws(CustodyError) -> Int {
    try session.require(.handling)
    try checkPast(destruction.on)
    if let file = destruction.file { try check(file: file) }
    guard destruction.what != nil || destruction.file != nil else {
      throw CustodyError(.usage("say what was destroyed"))
    }
    if let certificate = destruction.certificateOn {
      try checkPast(certificate)
      guard destruction.contractor != nil, destruction.on <= certificate else {
        throw CustodyError(.usage("a certificate is a contractor's, and not of before that day"))
      }
    }
    return try session.record(try content(destruction), for: .handling)
  }

  /// Records that the contractor's certificate of a destruction came.
  ///
  /// - Throws: `.usage` for an entry that waits for none, and a day before it or to come.
  public func certify(_ destruction: Int, on: CalendarDate) throws(CustodyError) {
    try session.require(.handling)
    try checkPast(on)
    guard let open = try vault.book(HandlingBook.self).uncertified(destruction), open.on <= on
    else {
      throw CustodyError(
        .usage(
          "entry \(destruction) is no contractor's destruction of before that day, without certificate"
        ))
    }
    var content = session.entry(HandlingBook.certify)
    content.detail = ["record": .integer(destruction), "on": .string(on.isoText)]
    _ = try session.record(content, for: .handling)
  }

  private func content(
    _ destruction: DestructionToRecord
  ) throws(CustodyError) -> EntryContent {
    var content = session.entry(HandlingBook.destroy)
    content.detail = [
      "on": .string(destruction.on.isoText), "means": .string(destruction.means.rawValue),
      "by": try Self.text(destruction.by),
    ]
    if let what = destruction.what {
      content.reason = try Self.free(what)
    } else {
      content.detail["whole"] = .bool(true)
    }
    content.detail["file"] = destruction.file.map(CanonicalValue.integer)
    content.detail["contractor"] = try Self.textIfAny(destruction.contractor)
    content.detail["certificate_on"] = (destruction.certificateOn?.isoText)
      .map(CanonicalValue.string)
    return content
  }

  /// Records that a user was trained.
  ///
  /// - Throws: `.notFound` for nobody's name; `.usage` for a day to come; `.badInput`.
  public func train(_ user: String, on: CalendarDate, topic: String) throws(CustodyError) {
    var content = try staffEntry(HandlingBook.training, user, on)
    content.reason = try Self.free(topic)
    _ = try session.record(content, for: .handling)
  }

  /// Records that a user pledged secrecy (誓約書).
  ///
  /// - Throws: as `train`.
  public func pledge(_ user: String, on: CalendarDate) throws(CustodyError) {
    _ = try session.record(try staffEntry(HandlingBook.pledge, user, on), for: .handling)
  }

  private func staffEntry(
    _ action: String, _ user: String, _ on: CalendarDate
  ) throws(CustodyError) -> EntryContent {
    try session.require(.handling)
    try checkPast(on)
    guard let account = vault.authority.user(named: user) else {
      throw CustodyError(.notFound("user \(user)"))
    }
    var content = session.entry(action)
    content.detail = ["user": .string(account.id), "on": .string(on.isoText)]
    return content
  }

  /// States how big the employer is.
  ///
  /// - Throws: `.refused`; `.usage` for a day to come, or fewer people than none.
  public func state(_ size: EmployerSize) throws(CustodyError) {
    try session.require(.handling)
    try checkPast(size.on)
    guard (0...CanonicalValue.integerLimit).contains(size.employees) else {
      throw CustodyError(.usage("a number of employees is expected"))
    }
    var content = session.entry(HandlingBook.size)
    content.count = size.employees
    content.detail = [
      "on": .string(size.on.isoText),
      "exclusions": .array(size.exclusions.members.map { .string($0.rawValue) }),
    ]
    _ = try session.record(content, for: .handling)
  }

  // MARK: What must be so

  private func checkPast(_ day: CalendarDate) throws(CustodyError) {
    if day > vault.today { throw CustodyError(.usage("the day \(day) has not come yet")) }
  }

  private func check(file: Int) throws(CustodyError) {
    guard try vault.book(HandlingBook.self).file(file) != nil else {
      throw CustodyError(.usage("entry \(file) registers no file that is kept still"))
    }
  }

  // MARK: Texts

  private static func free(_ text: String) throws(CustodyError) -> String {
    if text.isEmpty { throw CustodyError(.usage("a text is empty")) }
    return try FreeText(kept: text).text
  }

  private static func text(_ text: String) throws(CustodyError) -> CanonicalValue {
    .string(try free(text))
  }

  private static func textIfAny(_ text: String?) throws(CustodyError) -> CanonicalValue? {
    guard let text else { return nil }
    return try Self.text(text)
  }
}
