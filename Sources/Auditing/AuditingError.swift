public import Secrets

/// Why a log, a proof or a checkpoint was refused, and where.
public struct AuditingError: Error, Hashable, Sendable {
  /// The kinds of refusal.
  public enum Code: Hashable, Sendable {
    /// The bytes are not of the format at all.
    case malformed
    /// They mean something, but are not the one encoding that the format allows.
    case notCanonical
    /// The header names another format or version.
    case wrongFormat
    /// The entries do not hash to the root that was signed.
    case rootMismatch
    /// An entry does not hash to the leaf beside it.
    case leafMismatch
    /// The signature does not verify.
    case badSignature
    /// Nobody whom the log knows signed this.
    case unknownSigner
    /// The signer is known, and may not do this.
    case notAuthorised
    /// Indices or sizes do not follow each other.
    case outOfOrder
    /// Something that must be there is not.
    case missing
    /// The checkpoint speaks of another log.
    case originMismatch
    /// Two views of the log cannot both be true.
    case inconsistent
    /// A free text holds 12 digits that could be a My Number.
    case freeTextHoldsNumber
    /// A free text is longer than 200 characters.
    case freeTextTooLong
    /// A free text holds a character that is not shown, or that changes how others are.
    case freeTextNotPlain
    /// The name of a user or an organisation cannot stand in the log.
    case badName
    /// The cryptographic library failed.
    case cryptography(SecretsError)
  }

  /// What went wrong.
  public let code: Code
  /// The line of the file, from 1, where there is one.
  public let line: Int?
  /// The index of the log entry, from 0, where there is one.
  public let index: Int?
  /// The part of the format concerned: a word of ours, never a value that was read.
  public let detail: String?

  /// Makes an error; `detail` must be a word of the format, never a value that was read.
  public init(_ code: Code, line: Int? = nil, index: Int? = nil, detail: String? = nil) {
    self.code = code
    self.line = line
    self.index = index
    self.detail = detail
  }

  /// The same error with the place filled in where it was not known.
  public func at(line: Int? = nil, index: Int? = nil) -> AuditingError {
    AuditingError(code, line: self.line ?? line, index: self.index ?? index, detail: detail)
  }
}
