internal import JSON

/// What entry 0 states: the root of all authority in a vault.
public struct Genesis: Hashable, Sendable {
  /// The version of the format that this program writes and reads.
  public static let currentFormat = 1

  /// The format version.
  public let format: Int
  /// 32 random bytes, so that two vaults of one employer differ.
  public let nonce: [UInt8]
  /// The employer's name.
  public let organisation: String
  /// The 13-digit corporate number (法人番号), absent for a sole proprietor (個人事業主).
  public let corporateNumber: String?
  /// SHA-256 of the policy, 32 bytes.
  public let policy: [UInt8]
  /// The first administrator, always `u0`.
  public let administrator: UserStatement
  /// The public halves of the recovery file.
  public let recovery: PublicKeys

  /// Describes a new vault's root.
  public init(
    nonce: [UInt8], organisation: String, corporateNumber: String?, policy: [UInt8],
    administrator: UserStatement, recovery: PublicKeys
  ) {
    format = Self.currentFormat
    self.nonce = nonce
    self.organisation = organisation
    self.corporateNumber = corporateNumber
    self.policy = policy
    self.administrator = administrator
    self.recovery = recovery
  }

  var members: [String: CanonicalValue] {
    var members: [String: CanonicalValue] = [
      "format": .integer(format), "nonce": .string(Hex.encode(nonce)),
      "organisation": .string(organisation), "policy": .string(Hex.encode(policy)),
      "administrator": administrator.value, "recovery": recovery.value,
    ]
    if let corporateNumber { members["corporate_number"] = .string(corporateNumber) }
    return members
  }

  init(reading members: inout MemberReader) throws(AuditingError) {
    format = try members.integer("format")
    guard format == Self.currentFormat else {
      throw AuditingError(.wrongFormat, detail: "log format \(format)")
    }
    nonce = try members.hex("nonce", count: 32)
    organisation = try members.name("organisation")
    corporateNumber = try members.optionalString("corporate_number")
    policy = try members.hex("policy", count: 32)
    administrator = try UserStatement(members.required("administrator"))
    recovery = try PublicKeys(members.required("recovery"))
  }
}
