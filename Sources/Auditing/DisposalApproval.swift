public import JSON

/// Which plan of a purge was approved, and by whom.
public struct DisposalApproval: Hashable, Sendable {
  /// SHA-256 of the plan, which holds codes and dates only.
  public let plan: [UInt8]
  /// The ids of the users who approved it, in order.
  public let by: [String]

  /// Names at least one user.
  public init(plan: [UInt8], by users: [String]) {
    self.plan = plan
    by = users.sorted()
  }

  init(_ value: CanonicalValue) throws(AuditingError) {
    var members = try MemberReader(value)
    plan = try members.hex("plan", count: 32)
    by = try members.strings("by")
    try members.end()
    guard !by.isEmpty, by == by.sorted() else { throw members.malformed("by") }
  }

  /// The object of the log entry and of the certificate.
  public var value: CanonicalValue {
    .object([
      "plan": .string(Hex.encode(plan)), "by": .array(by.map(CanonicalValue.string)),
    ])
  }
}
