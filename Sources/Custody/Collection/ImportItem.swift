internal import People
internal import Sealing

/// One person's sealed rows on their way from the spool into the vault; nothing in it is plain.
struct ImportItem {
  /// A value sealed under its own data key, to be stored with its version.
  struct Sealed {
    var kind: SealedKind
    var version: Int
    var value: SealedValue
    var wraps: SealedWraps
    /// The declaration that the wraps name.
    var declaration: DeclarationID
  }

  /// The row of a person known already, and the pin it had when the work was prepared.
  var existing: (row: Int64, pin: Int)?
  var code: String
  var uid: [UInt8]
  var record: [UInt8]
  var digest: [UInt8]
  /// What the log says was done: `import`, `update`, `replace`.
  var action: String
  var kind: String
  /// The purposes declared, joined with `,`.
  var purposes: String
  var version: Int
  /// Whether the importing user answers for a verification before the vault.
  var attests: Bool
  /// Whether the verification of a number held already is recorded.
  var isVerified = false
  var sealed: [Sealed]
  /// The version of the profile that is replaced, 0 for none.
  var replacedProfile = 0
}

extension ImportItem {
  func write(to writer: inout FieldWriter) {
    writer.write(Int(existing?.row ?? 0))
    writer.write(existing?.pin ?? 0)
    writer.write(code)
    writer.write(uid)
    writer.write(record)
    writer.write(digest)
    writer.write(action)
    writer.write(kind)
    writer.write(purposes)
    writer.write(version)
    writer.write(attests ? 1 : 0)
    writer.write(isVerified ? 1 : 0)
    writer.write(replacedProfile)
    writer.write(sealed.count)
    for part in sealed { Self.write(part, &writer) }
  }

  init(decoding bytes: Span<UInt8>) throws(PeopleError) {
    var reader = FieldReader()
    let row = try reader.integer(from: bytes)
    let pin = try reader.integer(from: bytes)
    existing = row == 0 ? nil : (Int64(row), pin)
    code = try reader.text(from: bytes)
    uid = try reader.bytes(16, from: bytes)
    record = try reader.bytes(from: bytes)
    digest = try reader.bytes(32, from: bytes)
    action = try reader.text(from: bytes)
    kind = try reader.text(from: bytes)
    purposes = try reader.text(from: bytes)
    version = try reader.integer(from: bytes)
    attests = try reader.integer(from: bytes) == 1
    isVerified = try reader.integer(from: bytes) == 1
    replacedProfile = try reader.integer(from: bytes)
    sealed = []
    for _ in 0..<(try reader.integer(from: bytes)) {
      sealed.append(try Self.sealed(&reader, bytes))
    }
    try reader.finish(bytes)
  }

  private static func write(_ part: Sealed, _ writer: inout FieldWriter) {
    writer.write(Int(part.kind.rawValue))
    writer.write(part.version)
    writer.write(part.value.sealedCount)
    writer.write(part.value.bytes)
    writer.write(part.wraps.bytes)
    writer.write(part.declaration)
  }

  private static func sealed(
    _ reader: inout FieldReader, _ bytes: Span<UInt8>
  ) throws(PeopleError) -> Sealed {
    guard let kind = SealedKind(rawValue: Int64(try reader.integer(from: bytes))) else {
      throw .malformed
    }
    let version = try reader.integer(from: bytes)
    let sealedCount = try reader.integer(from: bytes)
    guard let value = SealedValue(bytes: try reader.bytes(from: bytes), sealedCount: sealedCount),
      let wraps = SealedWraps(bytes: try reader.bytes(from: bytes))
    else { throw .malformed }
    let declaration = try DeclarationID(try reader.bytes(16, from: bytes))
    return Sealed(
      kind: kind, version: version, value: value, wraps: wraps, declaration: declaration)
  }
}
