internal import JSON
public import People
public import Secrets

/// A contract of entrustment (委託契約), as an authority entry registers it.
///
/// What the contract says stands in a document that is kept under its digest.
public struct ContractStatement: Hashable, Sendable {
  /// The contractor's id.
  public let contractor: String
  /// SHA-256 of the contract's file, 32 bytes.
  public let digest: [UInt8]
  /// The last day; no user and no key of the contractor lasts longer.
  public let until: CalendarDate
  /// The key to which files for the contractor are sealed.
  public let publicKey: X25519PublicKey?

  /// Describes a contract.
  public init(
    contractor: String, digest: [UInt8], until: CalendarDate, publicKey: X25519PublicKey?
  ) {
    self.contractor = contractor
    self.digest = digest
    self.until = until
    self.publicKey = publicKey
  }

  var members: [String: CanonicalValue] {
    var members: [String: CanonicalValue] = [
      "contractor": .string(contractor), "contract": .string(Hex.encode(digest)),
      "until": .string(until.isoText),
    ]
    if let publicKey { members["x25519"] = .string(Base64.encode(publicKey.bytes)) }
    return members
  }

  init(reading members: inout MemberReader) throws(AuditingError) {
    contractor = try members.string("contractor")
    digest = try members.hex("contract", count: 32)
    guard let until = try members.optionalDate("until") else { throw members.malformed("until") }
    self.until = until
    guard let bytes = try members.optionalBase64("x25519", count: 32) else {
      publicKey = nil
      return
    }
    do throws(SecretsError) {
      publicKey = try X25519PublicKey(bytes)
    } catch {
      throw members.malformed("x25519")
    }
  }
}
