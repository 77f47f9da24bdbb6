internal import JSON

extension IdentityCase {
  /// The largest case that is read, in bytes.
  public static let byteLimit = 64 << 10
  /// The most documents a case may have.
  public static let documentLimit = 20

  /// Reads a case from JSON (RFC 8259).
  ///
  /// ```json
  /// {
  ///   "date": "2026-04-01",
  ///   "channel": "in-person",
  ///   "person": {"kind": "employee"},
  ///   "provider": {"kind": "person"},
  ///   "documents": [
  ///     {"kind": "resident-record"},
  ///     {"kind": "driving-licence", "expiresOn": "2029-05-14"}
  ///   ],
  ///   "facts": {"particulars-agree": true}
  /// }
  /// ```
  ///
  /// - `channel`: `in-person`, `by-post`, `online`, `telephone`.
  /// - `person`: `kind` (`employee`, `officer`, `family`, `payee`, `proprietor`); for family
  ///   `standing`, a list of `tax-dependent`, `health-dependent`, `category3-spouse`,
  ///   `care-family`, `heir`; `residence`, `japan` (the default) or `abroad`.
  /// - `provider`: `kind` (`person`, `employee`, `statutory-agent`, `voluntary-agent`,
  ///   `corporate-agent`, `former-employer`); for a former employer `consentOn`.
  /// - `documents`, at most 20: `kind`, a document's id or name in the policy; `of`, `person` (the
  ///   default) or `agent`; `form`, `original` (the default) or `copy`; `expiresOn`; `issuedOn`.
  /// - `facts`: each of ``IdentityFact`` that was asked, true or false.
  ///
  /// Dates are ISO. Nothing else may stand in it: no number, no document number, no image.
  ///
  /// - Throws: ``IdentityCaseError`` with every mistake.
  public init(json bytes: [UInt8]) throws(IdentityCaseError) {
    guard bytes.count <= Self.byteLimit else {
      throw IdentityCaseError(mistakes: [.init(place: "", message: "larger than 64 KiB")])
    }
    let value: CanonicalValue
    do throws(JSONError) {
      value = try CanonicalValue(json: bytes)
    } catch {
      throw IdentityCaseError(mistakes: [.init(place: "", message: error.description)])
    }
    var reader = IdentityCaseReader()
    guard let identity = reader.identityCase(value), reader.mistakes.isEmpty else {
      throw IdentityCaseError(mistakes: reader.mistakes)
    }
    self = identity
  }
}
