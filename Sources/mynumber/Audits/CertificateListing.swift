import MyNumberKit

/// What a verified certificate of disposal says, as rows.
struct CertificateListing {
  private(set) var listing = Listing([
    .init("item", "Item", "項目", isWord: true), .init("value", "Value", "内容"),
  ])

  /// - Parameter isInLog: Whether it was held against the exported log too.
  init(_ verdict: CertificateVerdict, isInLog: Bool) {
    let statement = verdict.statement
    listing.rows = [
      ["vault", "\(verdict.vaultID)"], ["issued", statement.issued.iso],
      ["signed-by", Self.name(verdict.issuer)], ["destroyed-by", Self.name(verdict.destroyer)],
      ["approved-by", statement.approval?.by.joined(separator: "; ") ?? ""],
      ["as-of", statement.asOf.isoText],
      ["log-before", "\(statement.before.size) \(Hex.encode(statement.before.root.bytes))"],
      ["log-after", "\(statement.after.size) \(Hex.encode(statement.after.root.bytes))"],
      ["anchored", verdict.isAnchored || isInLog ? "yes" : "no"],
      ["scanned-bytes", "\(statement.scan.bytes)"],
      ["patterns-not-found", "\(statement.scan.patterns)"],
    ]
    for copy in statement.keyCopies {
      let due = copy.due.map { " – \($0.isoText)" } ?? ""
      listing.rows.append(["key-copy-stands", "\(copy.id) \(copy.made.isoText)\(due)"])
    }
    for gap in statement.registerGaps {
      listing.rows.append(["key-copies-unknown", "\(gap)"])
    }
    for item in statement.items {
      let what = "\(item.person) v\(item.version) \(item.purpose) \(item.disposal.isoText)"
      listing.rows.append(["destroyed", what + (item.isPresumed ? " (presumed)" : "")])
    }
  }

  private static func name(_ user: UserAccount) -> String { "\(user.id) \(user.name)" }
}
