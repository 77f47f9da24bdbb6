internal import Auditing
internal import JSON
internal import People
internal import Rules
internal import Sealing
internal import Secrets

/// One line of a certificate as the log has it: what was destroyed of one version, and why.
///
/// It holds a purpose, documents, dates, row ids and nonces, which are random.
struct PurgedItem {
  /// The canonical object of the entry and of the certificate.
  let value: CanonicalValue
  let members: [String: CanonicalValue]

  init(_ item: PurgeItem, decidedAt entry: Int, _ rows: [ErasedRow]) {
    members = [
      "purpose": .string(item.purpose.rawValue), "version": .integer(item.version),
      "cause": .string(item.cause.word), "decision": .integer(entry),
      "disposal": .string(item.disposal.isoText), "presumed": .bool(item.isPresumed),
      "documents": .array(item.documents.map(Self.document)),
      "destroyed": .array(rows.map(Self.row)),
    ]
    value = .object(members)
  }

  private init?(_ value: CanonicalValue) {
    guard case .object(let members) = value else { return nil }
    self.value = value
    self.members = members
  }

  /// The same with more that was destroyed with it.
  func adding(_ rows: [ErasedRow]) -> PurgedItem {
    guard !rows.isEmpty, case .array(let known)? = members["destroyed"] else { return self }
    let destroyed = CanonicalValue.array(known + rows.map(Self.row))
    return PurgedItem(members: members.merging(["destroyed": destroyed]) { $1 })
  }

  init(members: [String: CanonicalValue]) {
    value = .object(members)
    self.members = members
  }

  /// The items that an entry `purged` states.
  static func all(in entry: Entry) -> [PurgedItem] { all(in: entry.content) }

  /// The same, without its place.
  static func all(in content: EntryContent) -> [PurgedItem] {
    guard case .array(let values)? = content.detail["items"] else { return [] }
    return values.compactMap(PurgedItem.init)
  }

  /// Whether it is of a version and a purpose.
  func isOf(_ purpose: String, _ version: Int) -> Bool {
    members["purpose"] == .string(purpose) && members["version"] == .integer(version)
  }

  /// The nonces of what was destroyed: by them it can be looked for without being kept.
  var nonces: [[UInt8]] {
    guard case .array(let rows)? = members["destroyed"] else { return [] }
    return rows.compactMap { row in
      guard case .object(let row) = row, case .string(let text)? = row["nonce"] else { return nil }
      return Base64.decode(text)
    }
  }

  /// The certificate's line.
  func line(for person: String) -> CanonicalValue {
    .object(members.merging(["person": .string(person)]) { own, _ in own })
  }

  static func row(_ row: ErasedRow) -> CanonicalValue {
    .object([
      "table": .string(row.table), "id": .integer(Int(row.id)),
      "nonce": .string(Base64.encode(Array(row.bytes.prefix(AESGCM.nonceCount)))),
    ])
  }

  private static func document(_ holding: Holding) -> CanonicalValue {
    .object([
      "document": .string(holding.document), "name": .string(holding.ja),
      "articles": .array(holding.citations.map { .string("\($0)") }),
      "last_day": holding.lastDay.map { .string($0.isoText) } ?? .null,
      "basis": holding.basis.map { .string($0.rawValue) } ?? .null,
      "employers_choice": .bool(holding.employersChoice),
    ])
  }
}
