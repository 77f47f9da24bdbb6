internal import JSON
internal import People

extension IncidentCase {
  /// The most later counts that a case may have.
  public static let recountLimit = 100

  /// Reads a case from JSON (RFC 8259).
  ///
  /// ```json
  /// {
  ///   "knownOn": "2026-11-24",
  ///   "harms": ["leak"],
  ///   "cause": "theft",
  ///   "people": 80,
  ///   "recounts": [{"on": "2026-12-10", "people": 120}],
  ///   "protection": {"algorithm": "AES-256-GCM", "listed": true, "implemented": true,
  ///     "keyApart": true}
  /// }
  /// ```
  ///
  /// - `knownOn`: the day on which any department of the employer knew; may be left out only where
  ///   `contractor` is there: `knownOn` and, once it told the employer, `toldOn`.
  /// - `harms`, what happened or is feared: `leak`, `loss`, `damage`, `alteration`, `use`,
  ///   `provision`.
  /// - `cause`: a case of ``IncidentCause``; `wrongfulOn`, the day on which a wrongful purpose came to
  ///   be suspected, where the cause does not say it already.
  /// - `people`: the most people it can concern; `recounts`, what later days found.
  /// - `system`: a case of ``IncidentSystem``, by default `employer`.
  /// - `openToMany`, `recoveredUnseen`, `copyRemains`, `lawfulDeletion`, `keyLost`: true or false, by
  ///   default false.
  /// - `protection`: `algorithm`, and true or false for `listed`, `implemented`, `keyApart`, `erased`,
  ///   `keyUnusable`, as ``IncidentProtection`` says.
  ///
  /// Dates are ISO and not before 2022-04-01, the first day of the duty. Nothing else may stand in it.
  ///
  /// - Throws: ``CaseError`` with every mistake.
  public init(json bytes: [UInt8]) throws(CaseError) {
    self = try CaseReader.read(bytes) { $0.incident($1) }
  }

  /// The case as ``init(json:)`` reads it: canonical JSON (RFC 8785), without a final newline.
  public func json() -> [UInt8] { value.encoded() }

  var value: CanonicalValue {
    var members: [String: CanonicalValue] = [
      "harms": .array(harms.members.map { .string($0.rawValue) }),
      "cause": .string(cause.rawValue), "people": .integer(people),
    ]
    members["knownOn"] = knownOn.map(Self.day)
    members["wrongfulOn"] = wrongfulOn.map(Self.day)
    members["contractor"] = contractor?.value
    members["protection"] = protection?.value
    if !recounts.isEmpty { members["recounts"] = .array(recounts.map(\.value)) }
    if system != .employer { members["system"] = .string(system.rawValue) }
    for (name, holds) in flags where holds { members[name] = .bool(true) }
    return .object(members)
  }

  private var flags: [(String, Bool)] {
    [
      ("openToMany", isOpenToMany), ("recoveredUnseen", isRecoveredUnseen),
      ("copyRemains", hasCopy), ("lawfulDeletion", isLawfulDeletion), ("keyLost", isKeyLost),
    ]
  }

  fileprivate static func day(_ date: CalendarDate) -> CanonicalValue { .string(date.isoText) }
}

extension IncidentContractor {
  fileprivate var value: CanonicalValue {
    var members = ["knownOn": IncidentCase.day(knownOn)]
    members["toldOn"] = toldOn.map(IncidentCase.day)
    return .object(members)
  }
}

extension IncidentCount {
  fileprivate var value: CanonicalValue {
    .object(["on": IncidentCase.day(on), "people": .integer(people)])
  }
}

extension IncidentProtection {
  fileprivate var value: CanonicalValue {
    var members: [String: CanonicalValue] = [
      "listed": .bool(isListed), "implemented": .bool(isImplemented), "keyApart": .bool(isKeyApart),
      "erased": .bool(isErased), "keyUnusable": .bool(isKeyUnusable),
    ]
    members["algorithm"] = algorithm.map(CanonicalValue.string)
    return .object(members)
  }
}
