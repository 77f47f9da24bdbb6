internal import JSON
internal import People

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
  /// - `code`, whose case it is, may stand in it: so the same file does for recording
  ///   (``IdentityStatement``).
  /// - `facts`: each of ``IdentityFact`` that was asked, true or false.
  ///
  /// Dates are ISO. Nothing else may stand in it: no number, no document number, no image.
  ///
  /// - Throws: ``CaseError`` with every mistake.
  public init(json bytes: [UInt8]) throws(CaseError) {
    self = try CaseReader.read(bytes) { $0.identityCase($1) }
  }

  /// The case as ``init(json:)`` reads it: canonical JSON (RFC 8785), without a final newline.
  public func json() -> [UInt8] { value.encoded() }

  var value: CanonicalValue {
    var members: [String: CanonicalValue] = [
      "date": .string(date.isoText), "channel": .string(channel.rawValue),
      "person": personValue, "provider": providerValue,
      "documents": .array(documents.map(\.value)),
    ]
    var facts: [String: CanonicalValue] = [:]
    for fact in holding.members { facts[fact.rawValue] = .bool(true) }
    for fact in failing.members { facts[fact.rawValue] = .bool(false) }
    members["facts"] = .object(facts)
    return .object(members)
  }

  private var personValue: CanonicalValue {
    let flags = StandingFlag.allCases.filter { kind == .family && $0.isSet(in: standing) }
    var members: [String: CanonicalValue] = [
      "kind": .string(kind.english), "residence": .string(residence.rawValue),
    ]
    if !flags.isEmpty { members["standing"] = .array(flags.map { .string($0.rawValue) }) }
    return .object(members)
  }

  private var providerValue: CanonicalValue {
    var members: [String: CanonicalValue] = ["kind": .string(provider.rawValue)]
    if let consentOn { members["consentOn"] = .string(consentOn.isoText) }
    return .object(members)
  }
}

extension ShownDocument {
  fileprivate var value: CanonicalValue {
    var members: [String: CanonicalValue] = [
      "kind": .string(kind), "of": .string(owner.rawValue), "form": .string(form.rawValue),
    ]
    if let expiresOn { members["expiresOn"] = .string(expiresOn.isoText) }
    if let issuedOn { members["issuedOn"] = .string(issuedOn.isoText) }
    return .object(members)
  }
}
