internal import JSON
public import People
public import Secrets

/// What stands beside a copy of the records: of which vault and log it is, and who vouches for it.
///
/// The copy holds no number, only ciphertexts, so its digest tells nothing of one.
public struct BackupManifest: Hashable, Sendable {
  /// What the signature covers before the canonical bytes of the body.
  public static let label = "mynumber v1 backup\n"
  /// What the manifest's file is called after the copy's name.
  public static let suffix = ".manifest"
  /// How long a manifest may be, in bytes.
  public static let limit = 4096
  private static let format = "mynumber-backup-1"

  /// The vault.
  public let vault: VaultID
  /// The register's id of the copy, 32 hex digits.
  public let id: String
  /// The user who made and signed it.
  public let issuer: String
  /// The index of the entry that states the issuer's keys.
  public let keysIndex: Int
  /// When it was made.
  public let time: Timestamp
  /// How many entries the log has in the copy.
  public let logSize: Int
  /// The root over them.
  public let root: MerkleHash
  /// How many bytes the copy has.
  public let byteCount: Int
  /// SHA-256 of the copy.
  public let digest: [UInt8]
  private var signature: [UInt8] = []

  /// Signs what is known of a copy.
  ///
  /// - Throws: `AuditingError` `.cryptography`.
  public init(
    of vault: VaultID, id: String, issuer: UserAccount, time: Timestamp, logSize: Int,
    root: MerkleHash, byteCount: Int, digest: [UInt8], key: borrowing Ed25519PrivateKey
  ) throws(AuditingError) {
    (self.vault, self.id, self.time) = (vault, id, time)
    (self.issuer, keysIndex) = (issuer.id, issuer.keysIndex)
    (self.logSize, self.root) = (logSize, root)
    (self.byteCount, self.digest) = (byteCount, digest)
    let bytes = signedBytes
    do throws(SecretsError) {
      signature = try key.sign(bytes.span)
    } catch {
      throw AuditingError(.cryptography(error))
    }
  }

  /// Reads a manifest; verifies no signature.
  ///
  /// - Throws: `AuditingError` `.malformed`, `.notCanonical` for bytes that ``bytes`` would not
  ///   write, `.wrongFormat`.
  public init(parsing bytes: [UInt8]) throws(AuditingError) {
    guard bytes.count <= Self.limit, bytes.last == 0x0A else {
      throw AuditingError(.malformed, detail: "manifest")
    }
    let line = Array(bytes.dropLast())
    var members = try MemberReader(CanonicalValue(canonical: line.span))
    let signature = try members.optionalBase64("signature", count: 64)
    guard let signature, let body = members.optionalValue("body") else {
      throw AuditingError(.malformed, detail: "manifest")
    }
    try members.end()
    var read = try Self(reading: body)
    read.signature = signature
    guard read.bytes == bytes else { throw AuditingError(.notCanonical, detail: "manifest") }
    self = read
  }

  private init(reading value: CanonicalValue) throws(AuditingError) {
    var body = try MemberReader(value)
    guard try body.string("format") == Self.format else { throw AuditingError(.wrongFormat) }
    guard let vault = VaultID(text: try body.string("origin")) else {
      throw body.malformed("origin")
    }
    guard let time = Timestamp(iso: try body.string("at")) else { throw body.malformed("at") }
    (self.vault, self.time) = (vault, time)
    byteCount = try body.integer("bytes")
    issuer = try body.string("by")
    digest = try body.hex("digest", count: SHA256.count)
    id = Hex.encode(try body.hex("id", count: 16))
    keysIndex = try body.integer("key")
    root = try MerkleHash(try body.hex("root", count: SHA256.count))
    logSize = try body.integer("size")
    try body.end()
  }

  /// Canonical JSON with a final newline.
  public var bytes: [UInt8] {
    CanonicalValue.object(["body": body, "signature": .string(Base64.encode(signature))]).encoded()
      + Array("\n".utf8)
  }

  private var body: CanonicalValue {
    .object([
      "format": .string(Self.format), "origin": .string(vault.origin), "id": .string(id),
      "by": .string(issuer), "key": .integer(keysIndex), "at": .string(time.iso),
      "size": .integer(logSize), "root": .string(Hex.encode(root.bytes)),
      "bytes": .integer(byteCount), "digest": .string(Hex.encode(digest)),
    ])
  }

  private var signedBytes: [UInt8] { Array(Self.label.utf8) + body.encoded() }

  /// Whether the issuer signed it, with the keys that the log of the copy states.
  ///
  /// - Throws: `AuditingError` `.cryptography`.
  public func isSigned(by authority: Authority) throws(AuditingError) -> Bool {
    guard let account = authority.users[issuer], account.keysIndex == keysIndex else {
      return false
    }
    let bytes = signedBytes
    do throws(SecretsError) {
      return try account.keys.ed25519.isValid(signature: signature.span, for: bytes.span)
    } catch {
      throw AuditingError(.cryptography(error))
    }
  }
}
