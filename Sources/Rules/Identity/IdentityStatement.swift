public import People

/// How somebody in the vault was verified: a case with a code in the person's place.
public struct IdentityStatement: Hashable, Sendable {
  public var code: PersonCode
  /// The case; whose code it is says the kind of person and the standing.
  public var identity: IdentityCase

  public init(code: PersonCode, identity: IdentityCase) {
    self.code = code
    self.identity = identity
  }

  /// Reads a statement from JSON: the members of a case (``IdentityCase/init(json:)``) but `code`,
  /// and where it is so `"abroad": true`, for `person`.
  ///
  /// - Throws: ``IdentityCaseError`` with every mistake.
  public init(json bytes: [UInt8]) throws(IdentityCaseError) {
    let read = try IdentityCaseReader.read(bytes) { $0.statement($1) }
    self.init(code: read.code, identity: read.identity)
  }
}
