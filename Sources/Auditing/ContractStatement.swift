internal import JSON
public import People
public import Secrets

/// A contract of entrustment (委託契約), as an authority entry registers it.
///
/// What the contract says stands in a document that is kept under its digest; what keys rest on stands
/// here, signed: who entrusts, the employer's permission, the purposes and the last day.
public struct ContractStatement: Hashable, Sendable {
  /// The contractor's id.
  public let contractor: String
  /// Who entrusts: another contractor's id, or nil for the employer.
  public let entruster: String?
  /// Since when the employer, who entrusted first, permits the re-entrustment (番号法10条1項); nil
  /// where the employer entrusts itself.
  public let permittedOn: CalendarDate?
  /// The purposes that may be entrusted, not empty.
  public let purposes: [String]
  /// SHA-256 of the contract's file, 32 bytes.
  public let digest: [UInt8]
  /// The last day; no user and no key of the contractor lasts longer.
  public let until: CalendarDate
  /// The key to which files for the contractor are sealed.
  public let publicKey: X25519PublicKey?

  /// Describes a contract.
  public init(
    contractor: String, entruster: String? = nil, permittedOn: CalendarDate? = nil,
    purposes: [String], digest: [UInt8], until: CalendarDate, publicKey: X25519PublicKey?
  ) {
    self.contractor = contractor
    self.entruster = entruster
    self.permittedOn = permittedOn
    self.purposes = purposes
    self.digest = digest
    self.until = until
    self.publicKey = publicKey
  }

  var members: [String: CanonicalValue] {
    var members: [String: CanonicalValue] = [
      "contractor": .string(contractor), "contract": .string(Hex.encode(digest)),
      "purposes": .array(purposes.map(CanonicalValue.string)), "until": .string(until.isoText),
    ]
    if let entruster { members["entruster"] = .string(entruster) }
    if let permittedOn { members["permitted"] = .string(permittedOn.isoText) }
    if let publicKey { members["x25519"] = .string(Base64.encode(publicKey.bytes)) }
    return members
  }

  init(reading members: inout MemberReader) throws(AuditingError) {
    contractor = try members.string("contractor")
    entruster = try members.optionalString("entruster")
    permittedOn = try members.optionalDate("permitted")
    purposes = try members.strings("purposes")
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
