internal import Auditing
internal import JSON
internal import Numbers
public import People
public import Rules
internal import Sealing
public import Secrets
internal import Text
internal import Wording

/// Hands numbers over to contractors as sealed files (番号法19条6号), and keeps the register of them.
public struct HandOvers {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Who may look at the register and record what came back.
  private static let keepers: [Action] = [.handOver, .entrust, .audit]

  /// Acts as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Makes a file: every number passes the gate, the plaintext stays in secret memory, and the file
  /// gets its name after it is registered.
  ///
  /// - Parameters:
  ///   - path: Where the file goes; it must be new.
  ///   - name: The path as the user gave it, for the register.
  ///   - passphrase: Nil seals to the public key of the contract.
  ///   - refused: Told of everybody whose number is refused; then nothing is opened.
  /// - Throws: `.refused` with entries in the log; `.usage` for a contract without a key;
  ///   `.output`, `.notFound`, `.badInput`; `.busy` if the contract was registered anew meanwhile.
  public func create(
    _ request: HandOverRequest, at path: String, named name: String,
    under passphrase: consuming SecretBytes? = nil,
    refused: (PersonCode, Refusal) -> Void = { _, _ in }
  ) throws(CustodyError) -> HandOver {
    try session.require(.handOver)
    let contractor = try contractor(request)
    let isUnderPassphrase = passphrase != nil
    let passphrase = try Self.longEnough(passphrase)
    guard isUnderPassphrase || vault.authority.contracts[contractor.text]?.publicKey != nil else {
      throw CustodyError(
        .usage("the contract with \(contractor) names no public key; use a passphrase instead"))
    }
    let id: [UInt8] = try CustodyError.gathering { try vault.environment.random.bytes(16) }
    let header = HandOverHeader(
      vault: vault.id, id: id, contractor: contractor, content: request.content)
    _ = try Session.word(name)
    let folder = try OutgoingFile.folder(of: path)
    let queries = try allowed(request, contractor, refused)
    let receiver = try receiver(of: request, contractor, underPassphrase: isUnderPassphrase)
    // Before anything is opened: a name that is taken stops it.
    let file = try begin(path, named: name, for: contractor)
    let text = try opened(queries, header, request)
    // From here to the register nobody else changes the contract.
    let transaction = try Transaction(vault, touchesKeys: false)
    try recheck(receiver, of: request, contractor, underPassphrase: isUnderPassphrase, transaction)
    let bytes = try sealed(text, header, to: receiver, under: passphrase).bytes
    let made = HandOver(
      id: Hex.encode(id), contractor: contractor, purpose: request.purpose, form: request.form,
      file: name, bytes: bytes.count, people: queries.count, on: vault.decisionDay,
      returnBy: request.returnBy)
    file.write(bytes.span)
    try Self.settle(file)
    // It is registered when it is written, and gets its name when it is registered.
    let place = MadeFile(
      folder: folder, name: name, inode: try file.knownInode(), count: made.bytes)
    try transaction.add(try entry(made, request, at: place))
    try transaction.finish(signedBy: session.secrets.signer)
    try finish(file, made, at: place)
    return made
  }

  /// The files handed over, oldest first.
  ///
  /// - Throws: `.refused`.
  public func list() throws(CustodyError) -> [HandOver] {
    try session.require(oneOf: Self.keepers)
    return try HandOverRegister(vault).files()
  }

  /// Records that a file was returned or destroyed.
  ///
  /// - Parameter id: The register's id, or enough of its beginning.
  /// - Throws: `.refused`, `.notFound`, `.usage`.
  public func returned(_ id: String, on: CalendarDate) throws(CustodyError) {
    try session.require(oneOf: Self.keepers.dropLast())
    let found = try HandOverRegister(vault).files().filter { !id.isEmpty && $0.id.hasPrefix(id) }
    guard let first = found.first else { throw CustodyError(.notFound("hand-over \(id)")) }
    guard found.count == 1 else { throw CustodyError(.usage("more than one begins with \(id)")) }
    guard first.returnedOn == nil else {
      throw CustodyError(.usage("it is recorded as returned already"))
    }
    guard first.on <= on, on <= vault.decisionDay else {
      throw CustodyError(.usage("--on is before it was handed over, or has not come yet"))
    }
    var content = session.entry("hand-over-returned")
    content.detail = [
      "id": .string(first.id), "contractor": .string(first.contractor.text),
      "on": .string(on.isoText),
    ]
    try session.record([content])
  }

  // MARK: Making

  private func contractor(_ request: HandOverRequest) throws(CustodyError) -> ContractorID {
    guard request.returnBy >= vault.decisionDay else {
      throw CustodyError(.usage("--return-by has passed"))
    }
    let register = try EntrustmentLog(vault).register()
    guard let record = register.record(named: request.contractor) else {
      throw CustodyError(.notFound("contractor \(request.contractor)"))
    }
    // After the contract nobody may keep it (番号法11条, 20条); a contract that has ended is refused.
    if let last = register.lastDay(of: record.id), vault.decisionDay <= last,
      last < request.returnBy
    {
      throw CustodyError(
        .usage("--return-by is after the last day of the contract, \(last.isoText) (番号法11条, 20条)"))
    }
    return record.id
  }

  /// The queries of those wanted; refusals, all of them recorded, stop it.
  private func allowed(
    _ request: HandOverRequest, _ contractor: ContractorID,
    _ told: (PersonCode, Refusal) -> Void
  ) throws(CustodyError) -> [NumberQuery] {
    let queries = try candidates(request).map { code in
      NumberQuery(
        code: code, purpose: request.purpose, form: request.form, reason: request.reason,
        incomeYear: request.incomeYear, contractor: contractor)
    }
    guard !queries.isEmpty else {
      throw CustodyError(.usage("nobody's number is to be handed over"))
    }
    let refusals = try Gate(session).foresee(queries)
    var kept: [NumberQuery] = []
    var refused: [(NumberQuery, Refusal)] = []
    for (query, refusal) in zip(queries, refusals) {
      switch refusal {
      case nil: kept.append(query)
      // Whom the form does not carry was not asked for by name.
      case .formNotForSubject? where request.people == nil: continue
      case let refusal?:
        told(query.code, refusal)
        refused.append((query, refusal))
      }
    }
    if let first = refused.first {
      try session.record(refused.map { entry(of: $1, $0) })
      throw CustodyError(.refused(first.1))
    }
    guard !kept.isEmpty else { throw CustodyError(.usage("nobody's number is to be handed over")) }
    return kept
  }

  private func entry(of refusal: Refusal, _ query: NumberQuery) -> EntryContent {
    var content = session.entry(Action.read.rawValue, outcome: .refused)
    content.person = query.code.text
    content.purpose = query.purpose?.rawValue
    content.form = query.form.rawValue
    content.rule = refusal.rule
    content.article = refusal.article
    content.reason = query.reason
    return content
  }

  private func candidates(_ request: HandOverRequest) throws(CustodyError) -> [PersonCode] {
    if let people = request.people {
      var seen: Set<PersonCode> = []
      return people.filter { seen.insert($0).inserted }
    }
    var found: [PersonCode] = []
    try vault.forEachPerson { person in
      let record = person.record
      if record.mustHaveWrap(
        of: record.currentVersion, for: request.purpose.rawValue)
      {
        found.append(record.code)
      }
    }
    return found
  }

  private func opened(
    _ queries: [NumberQuery], _ header: HandOverHeader, _ request: HandOverRequest
  ) throws(CustodyError) -> HandOverText {
    var people: [(PersonCode, String)] = []
    for query in queries {
      let person = try vault.requirePerson(query.code)
      people.append((query.code, try session.profile(of: person).name))
    }
    var text = try HandOverText(header, request, people)
    var refusal: Refusal?
    try Gate(session).readEach(queries, refused: { refusal = $1 }) { place, number in
      text.supply(number, for: place)
    }
    // The vault changed since it was foreseen: nothing goes out in part.
    if let refusal { throw CustodyError(.refused(refusal)) }
    return text
  }

  private func sealed(
    _ text: borrowing HandOverText, _ header: HandOverHeader, to receiver: AuthenticatedKey?,
    under passphrase: consuming SecretBytes?
  ) throws(CustodyError) -> HandOverFile {
    let random = vault.environment.random
    do throws(SealingError) {
      if let passphrase {
        return try text.bytes.withSpan { (plain) throws(SealingError) in
          try HandOverFile.seal(plain, header, under: passphrase, random: random)
        }
      }
      if let receiver {
        return try text.bytes.withSpan { (plain) throws(SealingError) in
          try HandOverFile.seal(plain, header, to: receiver, random: random)
        }
      }
    } catch {
      throw CustodyError(error)
    }
    throw CustodyError(.bug("a hand-over without a receiver"))
  }

  /// Before anything is opened: one that is too short stops it.
  private static func longEnough(
    _ passphrase: consuming SecretBytes?
  ) throws(CustodyError) -> SecretBytes? {
    guard let passphrase else { return nil }
    do throws(SealingError) {
      try UserSecrets.checkLength(passphrase)
    } catch {
      throw CustodyError(error)
    }
    return passphrase
  }

  /// The key that the log vouches for; nil under a passphrase.
  ///
  /// - Throws: `.refused`, whatever the decider said, if the purpose is not entrusted today.
  private func receiver(
    of request: HandOverRequest, _ contractor: ContractorID, underPassphrase: Bool
  ) throws(CustodyError) -> AuthenticatedKey? {
    if case .failure(let refusal) = try EntrustmentLog(vault).lastDay(
      entrusting: request.purpose, to: contractor)
    {
      try session.refuse(refusal, action: .handOver)
    }
    return key(of: contractor, for: request.purpose, underPassphrase: underPassphrase)
  }

  private func key(
    of contractor: ContractorID, for purpose: PurposeID, underPassphrase: Bool
  ) -> AuthenticatedKey? {
    if underPassphrase { return nil }
    return vault.authority.handOverKey(of: contractor, for: purpose, on: vault.decisionDay)
  }

  /// Asks again under the lock: a key that was replaced meanwhile is sealed to no more.
  ///
  /// - Throws: `.busy` for another key; `.refused`, with its entry, if nothing is entrusted any more.
  private func recheck(
    _ receiver: AuthenticatedKey?, of request: HandOverRequest, _ contractor: ContractorID,
    underPassphrase: Bool, _ transaction: Transaction
  ) throws(CustodyError) {
    if case .failure(let refusal) = try EntrustmentLog(vault).lastDay(
      entrusting: request.purpose, to: contractor)
    {
      transaction.abandon()
      try session.refuse(refusal, action: .handOver)
    }
    let now = key(of: contractor, for: request.purpose, underPassphrase: underPassphrase)
    guard now == receiver else { throw CustodyError(.busy) }
  }

  // MARK: The file

  /// A file that has its name at once is in the log before.
  private func begin(
    _ path: String, named name: String, for contractor: ContractorID
  ) throws(CustodyError) -> OutgoingFile {
    try OutgoingFile(path, of: session) { () throws(CustodyError) in
      var content = session.entry("hand-over-begin")
      content.detail = [
        "contractor": .string(contractor.text), "file": try Session.word(name),
      ]
      try session.record([content])
    }
  }

  private static func settle(_ file: OutgoingFile) throws(CustodyError) {
    do throws(TextError) {
      try file.settle()
    } catch {
      throw CustodyError(.output(error.phrase))
    }
  }

  /// Gives the file its name; if that fails, it is taken out of the register again.
  private func finish(
    _ file: OutgoingFile, _ made: HandOver, at place: MadeFile
  ) throws(CustodyError) {
    do throws(TextError) {
      try file.finish()
    } catch {
      // What may stand after all stays registered.
      guard place.isGone else { throw CustodyError(.output(error.phrase)) }
      var content = session.entry("hand-over-withdrawn")
      content.detail = ["id": .string(made.id), "contractor": .string(made.contractor.text)]
      // Why there is no file matters more than that the note of it failed too.
      try? session.record([content])
      throw CustodyError(.output(error.phrase))
    }
  }

  // MARK: The register

  /// There is no digest of the file, as of none that holds numbers.
  private func entry(
    _ made: HandOver, _ request: HandOverRequest, at place: MadeFile
  ) throws(CustodyError) -> EntryContent {
    var content = session.entry(Action.handOver.rawValue)
    content.purpose = made.purpose.rawValue
    content.form = made.form.rawValue
    content.article = EntrustmentUse.article
    content.recipient = EntrustmentUse.recipient
    content.count = made.people
    do throws(AuditingError) {
      content.reason = try FreeText(request.reason).text
    } catch {
      throw CustodyError(error)
    }
    content.detail = [
      "id": .string(made.id), "contractor": .string(made.contractor.text),
      "file": try Session.word(made.file), "bytes": .integer(made.bytes),
      "on": .string(made.on.isoText), "return_by": .string(made.returnBy.isoText),
      "folder": try Session.word(place.folder), "inode": .string(place.inode ?? ""),
    ]
    return content
  }
}
