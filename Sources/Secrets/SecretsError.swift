internal import COpenSSL

/// What went wrong in a cryptographic operation, without any byte that was worked on.
///
/// Two errors are equal when their codes are: tests and callers decide by the code alone.
public struct SecretsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The kinds of failure a caller may tell apart.
  public enum Code: Equatable, Sendable, CaseIterable {
    /// OpenSSL refused a call that should not fail.
    case callFailed
    /// A sealed value was changed, or belongs to another key or another place.
    case authenticationFailed
    /// An argument has a length the algorithm does not take.
    case badLength
    /// A key is not usable: a public key of small order, or bytes that are no key.
    case badKey
    /// The operating system or OpenSSL gave no random bytes.
    case randomFailed
  }

  public let code: Code
  /// The C function that failed, if one did.
  public let call: StaticString?
  /// OpenSSL's own words for its first queued error, if it left one.
  public let reason: String?

  /// Makes an error without a call, as a source of randomness of one's own may throw.
  public init(_ code: Code) { self.init(code, call: nil) }

  init(_ code: Code, call: StaticString?, reason: String? = nil) {
    self.code = code
    self.call = call
    self.reason = reason
  }

  public static func == (left: SecretsError, right: SecretsError) -> Bool {
    left.code == right.code
  }

  public var description: String {
    var text = "\(code)"
    if let call { text += " in \(call)" }
    if let reason { text += ": \(reason)" }
    return text
  }
}
