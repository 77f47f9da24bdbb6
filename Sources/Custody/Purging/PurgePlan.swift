public import Auditing
internal import JSON
public import People
internal import Rules

/// What a purge would destroy on a day.
public struct PurgePlan: Sendable {
  /// The member `format` of the document.
  public static let format = "mynumber-purge-plan-1"

  /// The day asked for.
  public let asOf: CalendarDate
  /// Whether what rests on a presumption counts as due.
  public let acceptsPresumed: Bool
  /// What is due, by person and purpose.
  public let items: [PurgeItem]
  /// What is due by presumption alone and was not accepted.
  public let presumed: [PurgeItem]

  /// The plan as a document of codes, purposes and dates for a second user to approve: canonical JSON
  /// with a final newline, the same for as long as the same is due.
  public func document(of vault: VaultID) -> [UInt8] {
    let value = CanonicalValue.object([
      "format": .string(Self.format), "origin": .string(vault.origin),
      "as_of": .string(asOf.isoText), "accept_presumed": .bool(acceptsPresumed),
      "items": .array(items.map(Self.line)),
    ])
    return value.encoded() + [0x0A]
  }

  private static func line(_ item: PurgeItem) -> CanonicalValue {
    .object([
      "person": .string(item.code.text), "version": .integer(item.version),
      "purpose": .string(item.purpose.rawValue), "cause": .string(item.cause.word),
      "disposal": .string(item.disposal.isoText), "presumed": .bool(item.isPresumed),
    ])
  }
}
