extension PersonRecord {
  /// The first byte of every encoding; another value is another layout.
  private static let layout: UInt8 = 1

  /// The one encoding of the record, whose SHA-256 the log pins.
  ///
  /// Values follow each other without tags. An enumeration is one byte (0 for none), a flag one byte
  /// 0 or 1, an integer 8 bytes, a year 2 bytes (0 for none), a day the 4 bytes of its number counted
  /// from 1970-01-01 (80000000 for none), an identifier 16 bytes; a text or byte string is a count of
  /// 4 bytes and its bytes (none is empty), a list a count of 4 bytes and its elements. All integers
  /// are big-endian two's complement, all texts UTF-8. The order:
  ///
  /// layout (1) · id · code · kind · relationship · standing flags (tax 1, health 2, category 3 4,
  /// care 8, heir 16) · year of sixteen · declarations (id, purposes ascending by bytes, day, method,
  /// notice digest, user) · verification (0; 1; 2 rule, day, policy; 3 day, user; 4 day; 5 rule, day,
  /// policy; 6 day, user) · reason without number · current version · versions (version, day, day
  /// replaced, state, usable) · day hired · day left · reason for leaving · day last paid · events
  /// (kind, basis, year, day, purpose, form) · holds (id, reason, last day) · purposes purged
  /// ascending by bytes (purpose, day) · requests (day, method, answer, day of the answer, reason, day
  /// to ask again, user) · changes done (version, rule, year, day, receipt, user) ·
  /// second entries ascending by version (version, state, first user, second user, day) · purposes
  /// told for which the number in use is not sealed, ascending by bytes ·
  /// former verifications ascending by version (version, verification) · whether the name is lost
  public func canonicalBytes() -> [UInt8] {
    var writer = RecordWriter(reserving: 512)
    writer.byte(Self.layout)
    writer.identifier(id.raw)
    writer.text(code.text)
    writer.byte(kind.rawValue)
    writer.byte(relationship?.rawValue ?? 0)
    writer.byte(standing.bits)
    writer.year(standing.sixteenFrom)
    writer.count(declarations.count)
    for declaration in declarations { declaration.write(to: &writer) }
    verification.write(to: &writer)
    writer.byte(noNumberReason?.rawValue ?? 0)
    writer.integer(currentVersion)
    writer.count(versions.count)
    for version in versions { version.write(to: &writer) }
    writeHistory(to: &writer)
    return writer.bytes
  }

  private func writeHistory(to writer: inout RecordWriter) {
    writer.date(hiredOn)
    writer.date(leftOn)
    writer.byte(leaveReason?.rawValue ?? 0)
    writer.date(lastPaidOn)
    writer.count(events.count)
    for event in events { event.write(to: &writer) }
    writer.count(holds.count)
    for hold in holds { hold.write(to: &writer) }
    writer.count(purgedPurposes.count)
    for note in purgedPurposes { note.write(to: &writer) }
    writer.count(requests.count)
    for request in requests { request.write(to: &writer) }
    writer.count(changesDone.count)
    for done in changesDone { done.write(to: &writer) }
    writer.count(secondEntries.count)
    for entry in secondEntries { entry.write(to: &writer) }
    writer.count(unsealedPurposes.count)
    for purpose in unsealedPurposes { writer.text(purpose) }
    writer.count(formerVerifications.count)
    for former in formerVerifications { former.write(to: &writer) }
    writer.byte(isProfileLost ? 1 : 0)
  }

  /// Reads the bytes of ``canonicalBytes()`` in one pass; throws `.malformed` for any others.
  public init(decoding bytes: Span<UInt8>) throws(PeopleError) {
    var memory = RecordMemory()
    self = try Self.decoded(bytes, remembering: &memory)
  }

  /// The same for many records, each of which profits from the one before.
  ///
  /// The record grows in the place where it is returned: an initialiser that throws copies it.
  public static func decoded(
    _ bytes: Span<UInt8>, remembering memory: inout RecordMemory
  ) throws(PeopleError) -> PersonRecord {
    var reader = RecordReader()
    guard try reader.byte(bytes) == layout else { throw .malformed }
    var record = try head(&reader, bytes)
    record.declarations = try reader.value(bytes, known: &memory.declarations) {
      (reader, bytes) throws(PeopleError) in
      try reader.list(bytes, smallest: 36) {
        (reader, bytes) throws(PeopleError) in try Declaration(&reader, bytes)
      }
    }
    record.verification = try Verification(&reader, bytes, remembering: &memory)
    record.noNumberReason = try reader.optionalCode(bytes)
    record.currentVersion = try reader.integer(bytes)
    record.versions = try reader.value(bytes, known: &memory.versions) {
      (reader, bytes) throws(PeopleError) in
      try reader.list(bytes, smallest: NumberVersion.size) {
        (reader, bytes) throws(PeopleError) in try NumberVersion(&reader, bytes)
      }
    }
    record.hiredOn = try reader.optionalDate(bytes)
    record.leftOn = try reader.optionalDate(bytes)
    record.leaveReason = try reader.optionalCode(bytes)
    record.lastPaidOn = try reader.optionalDate(bytes)
    record.events = try reader.list(bytes, smallest: LifeEvent.smallest) {
      (reader, bytes) throws(PeopleError) in try LifeEvent(&reader, bytes)
    }
    record.holds = try reader.list(bytes, smallest: Hold.smallest) {
      (reader, bytes) throws(PeopleError) in try Hold(&reader, bytes)
    }
    record.purgedPurposes = try reader.list(bytes, smallest: PurgedPurpose.smallest) {
      (reader, bytes) throws(PeopleError) in try PurgedPurpose(&reader, bytes)
    }
    guard ascend(record.purgedPurposes) else { throw .malformed }
    record.requests = try reader.list(bytes, smallest: NumberRequest.smallest) {
      (reader, bytes) throws(PeopleError) in try NumberRequest(&reader, bytes)
    }
    record.changesDone = try reader.list(bytes, smallest: ChangeDone.smallest) {
      (reader, bytes) throws(PeopleError) in try ChangeDone(&reader, bytes)
    }
    record.secondEntries = try reader.list(bytes, smallest: SecondEntry.smallest) {
      (reader, bytes) throws(PeopleError) in try SecondEntry(&reader, bytes)
    }
    guard ascend(record.secondEntries.map(\.version)) else { throw .malformed }
    record.unsealedPurposes = try reader.list(bytes, smallest: 4) {
      (reader, bytes) throws(PeopleError) in try reader.text(bytes)
    }
    let unsealed = record.unsealedPurposes
    guard zip(unsealed, unsealed.dropFirst()).allSatisfy(bytesAscend) else { throw .malformed }
    record.formerVerifications = try reader.list(bytes, smallest: FormerVerification.smallest) {
      (reader, bytes) throws(PeopleError) in
      try FormerVerification(&reader, bytes, remembering: &memory)
    }
    guard ascend(record.formerVerifications.map(\.version)) else { throw .malformed }
    record.isProfileLost = try reader.flag(bytes)
    try reader.finish(bytes)
    return record
  }

  private static func head(
    _ reader: inout RecordReader, _ bytes: Span<UInt8>
  ) throws(PeopleError) -> PersonRecord {
    let id = PersonID(raw: try reader.identifier(bytes))
    let code = try PersonCode(stored: try reader.text(bytes))
    let kind = try reader.code(bytes, as: PersonKind.self)
    let relationship = try reader.optionalCode(bytes, as: Relationship.self)
    let bits = try reader.byte(bytes)
    let standing = try DependentStanding(bits: bits, sixteenFrom: try reader.year(bytes))
    return PersonRecord(
      id: id, code: code, kind: kind, relationship: relationship, standing: standing)
  }

  private static func ascend(_ notes: [PurgedPurpose]) -> Bool {
    zip(notes, notes.dropFirst()).allSatisfy { bytesAscend($0.purpose, $1.purpose) }
  }

  private static func ascend(_ versions: [Int]) -> Bool {
    zip(versions, versions.dropFirst()).allSatisfy { $0 < $1 }
  }
}
