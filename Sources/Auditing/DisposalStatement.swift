internal import JSON
public import People

/// The body of a certificate of disposal: what was destroyed and how the log stood.
public struct DisposalStatement: Sendable {
  /// The origin of the vault's log.
  public let origin: String
  /// The user id of who signed.
  public let issuer: String
  /// The index of the entry that states the signer's keys.
  public let keysIndex: Int
  /// The user id of who destroyed.
  public let by: String
  /// When the scan was made.
  public let issued: Timestamp
  /// The day as of which it was due.
  public let asOf: CalendarDate
  /// SHA-256 of the policy in force, 64 hex digits.
  public let policy: String
  /// The log before the decisions.
  public let before: LogPosition
  /// The log with the entry that ended the disposal.
  public let after: LogPosition
  /// The index of that entry.
  public let entry: Int
  /// Who approved the plan before; nil where the policy asked for nobody.
  public let approval: DisposalApproval?
  /// What was destroyed, by person.
  public let items: [DisposalItem]
  /// What was looked through afterwards.
  public let scan: RemnantFinding
  /// The copies of keys.sqlite that stood then.
  public let keyCopies: [KeyCopyNote]
  /// The entries of restores before it that lost the register of such copies: others may have stood.
  public let registerGaps: [Int]
  /// The exact bytes of the log's changes of authority, entry 0 first.
  let authority: [[UInt8]]

  init(_ value: CanonicalValue) throws(AuditingError) {
    var members = try MemberReader(value)
    guard try members.string("format") == DisposalCertificate.format else {
      throw AuditingError(.wrongFormat)
    }
    origin = try members.string("origin")
    issuer = try members.string("issuer")
    keysIndex = try members.integer("key")
    by = try members.string("by")
    guard let issued = Timestamp(iso: try members.string("issued")) else {
      throw members.malformed("issued")
    }
    self.issued = issued
    guard let asOf = try members.optionalDate("as_of") else { throw members.malformed("as_of") }
    self.asOf = asOf
    policy = Hex.encode(try members.hex("policy", count: 32))
    before = try LogPosition(members.required("before"))
    after = try LogPosition(members.required("after"))
    entry = try members.integer("entry")
    let approval = try members.required("approval")
    self.approval = approval == .null ? nil : try DisposalApproval(approval)
    var items: [DisposalItem] = []
    for item in try members.array("items") { items.append(try DisposalItem(item)) }
    self.items = items
    scan = try RemnantFinding(members.required("scan"))
    var copies: [KeyCopyNote] = []
    for copy in try members.array("key_copies") { copies.append(try KeyCopyNote(copy)) }
    keyCopies = copies
    var gaps: [Int] = []
    for gap in try members.array("register_lost") {
      guard case .integer(let index) = gap, index > gaps.last ?? 0 else {
        throw members.malformed("register_lost")
      }
      gaps.append(index)
    }
    registerGaps = gaps
    authority = try members.array("authority").map { $0.encoded() }
    try members.end()
    guard entry + 1 == after.size, 0 < before.size, before.size < after.size, !items.isEmpty else {
      throw AuditingError(.malformed, detail: "entry")
    }
  }
}
