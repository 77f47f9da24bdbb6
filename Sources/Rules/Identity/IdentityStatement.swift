public import People

/// How somebody in the vault was verified: a case with the person's code.
public struct IdentityStatement: Hashable, Sendable {
  public var code: PersonCode
  /// The case; whose code it is says the kind of person and the standing.
  public var identity: IdentityCase
  /// Whether the case says kind and standing too, which must then be those of the record.
  public var saysPerson: Bool

  public init(code: PersonCode, identity: IdentityCase, saysPerson: Bool = false) {
    self.code = code
    self.identity = identity
    self.saysPerson = saysPerson
  }

  /// Reads a statement from JSON: a case (``IdentityCase/init(json:)``) with its `code`; `person` may
  /// be left out, or have the `residence` alone.
  ///
  /// - Throws: ``CaseError`` with every mistake.
  public init(json bytes: [UInt8]) throws(CaseError) {
    self = try CaseReader.read(bytes) { $0.statement($1) }
  }
}

extension IdentityCase {
  /// Whether the case is of a person of such a kind and standing.
  public func isOf(_ kind: PersonKind, _ standing: DependentStanding) -> Bool {
    self.kind == kind
      && StandingFlag.allCases.allSatisfy { $0.isSet(in: self.standing) == $0.isSet(in: standing) }
  }
}
