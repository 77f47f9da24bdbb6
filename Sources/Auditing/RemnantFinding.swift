internal import JSON

/// What was looked through after a disposal, as a certificate says it.
public struct RemnantFinding: Hashable, Sendable {
  /// The names of the files.
  public let files: [String]
  /// How many bytes were looked at.
  public let bytes: Int
  /// How many patterns were looked for; none was found.
  public let patterns: Int
  /// What the scan could not see.
  public let notCovered: [String]

  init(_ value: CanonicalValue) throws(AuditingError) {
    var members = try MemberReader(value)
    files = try members.strings("files")
    bytes = try members.integer("bytes")
    patterns = try members.integer("patterns")
    notCovered = try members.strings("not_covered")
    // A certificate is of what is gone.
    guard try members.integer("found") == 0 else { throw members.malformed("found") }
    try members.end()
  }
}
