internal import JSON
public import People

/// For which purposes and documents the number of a case is kept, until when and why.
public struct RetentionAnswer: Sendable {
  /// The day looked at.
  public let asOf: CalendarDate
  /// In the policy's order of documents.
  public let purposes: [PurposeRetention]
  private let question: CanonicalValue

  /// Answers a case by a schedule.
  public init(_ question: RetentionCase, by schedule: RetentionSchedule) {
    asOf = question.asOf
    self.question = question.value
    let replaced = question.replacedOn.map {
      NumberVersion(
        version: 1, declaredOn: question.person.versions.first?.declaredOn ?? $0, replacedOn: $0,
        how: .changed)
    }
    purposes = schedule.purposes(of: question.person, version: replaced, asOf: question.asOf)
  }

  /// Canonical JSON (RFC 8785) and a final newline.
  ///
  /// `format`; `case`, what was asked; `asOf`; `purposes`, each with `purpose`, `status` (`needed`,
  /// `kept`, `due`, `overdue`, `held`), `lastDay`, `eraseFrom`, `overdueFrom` (null while there is
  /// none), `presumed`, and `documents`, each with `document`, `ja`, `en`, `articles`, `setBy`
  /// (`statute`, `employer`), `basis` (`recorded`, `derived`, `presumed`), `year` or `completedOn` from
  /// which the period runs, and `lastDay`.
  public func json() -> [UInt8] {
    let members: [String: CanonicalValue] = [
      "format": .string("mynumber-retention-answer-1"), "case": question,
      "asOf": .string(asOf.isoText), "purposes": .array(purposes.map(value)),
    ]
    return CanonicalValue.object(members).encoded() + [0x0A]
  }

  private func value(_ purpose: PurposeRetention) -> CanonicalValue {
    .object([
      "purpose": .string(purpose.purpose.rawValue),
      "status": .string(purpose.status(on: asOf).rawValue), "lastDay": Self.day(purpose.lastDay),
      "eraseFrom": Self.day(purpose.erasure), "overdueFrom": Self.day(purpose.overdueFrom),
      "presumed": .bool(purpose.isPresumed),
      "documents": .array(purpose.documents.map(Self.value)),
    ])
  }

  private static func value(_ holding: Holding) -> CanonicalValue {
    var members: [String: CanonicalValue] = [
      "document": .string(holding.document), "ja": .string(holding.ja),
      "en": .string(holding.en),
      "articles": .array(holding.citations.map { .string($0.description) }),
      "setBy": .string(holding.employersChoice ? "employer" : "statute"),
      "basis": holding.basis.map { .string($0.rawValue) } ?? .null,
      "lastDay": day(holding.lastDay),
    ]
    if let year = holding.year { members["year"] = .integer(year) }
    if let day = holding.completedOn { members["completedOn"] = .string(day.isoText) }
    return .object(members)
  }

  private static func day(_ date: CalendarDate?) -> CanonicalValue {
    date.map { .string($0.isoText) } ?? .null
  }
}
