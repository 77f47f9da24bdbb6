public import Secrets

/// What went wrong while sealing or opening; it never holds a number, a name or key bytes.
public struct SealingError: Error, Equatable, Sendable {
  /// The kinds of failure.
  public enum Code: Equatable, Sendable {
    /// A sealed value does not authenticate under the key and the place it was found in.
    case notAuthentic
    /// A data key is not the one that the commitment beside the ciphertext names.
    case wrongCommitment
    /// A private half does not belong to the public half that the log states.
    case wrongPrivateHalf
    /// The passphrase does not open the secrets.
    case wrongPassphrase
    /// A passphrase that is too short to be accepted.
    case passphraseTooShort
    /// The key ring does not hold this key.
    case keyNotHeld
    /// The key ring holds the key, but not the generation under which the value lies: the key was
    /// rotated since it was filled.
    case generationNotHeld
    /// There is no such row.
    case missing
    /// The wraps or the ciphertext were destroyed.
    case erased
    /// The stored bytes have a wrong length or form.
    case malformed
    /// The files cannot be read now: in use, or an I/O error.
    case unreadable
    /// OpenSSL failed.
    case cryptography(SecretsError)
  }

  /// The kind of failure.
  public let code: Code
  /// What was being done, such as `open a number`.
  public let doing: String

  /// Describes a failure.
  public init(_ code: Code, doing: String) {
    self.code = code
    self.doing = doing
  }
}

extension SealingError: CustomStringConvertible {
  public var description: String { "\(doing): \(reason)" }

  private var reason: String {
    switch code {
    case .notAuthentic: "the sealed value does not authenticate"
    case .wrongCommitment: "the data key is not the one committed to"
    case .wrongPrivateHalf: "the private half does not match the log"
    case .wrongPassphrase: "wrong passphrase"
    case .passphraseTooShort: "a passphrase needs at least 12 characters (Unicode scalar values)"
    case .keyNotHeld: "the key is not held"
    case .generationNotHeld: "the key was rotated meanwhile"
    case .missing: "not found"
    case .erased: "destroyed"
    case .malformed: "wrong form"
    case .unreadable: "the vault's files cannot be read now"
    case .cryptography(let error): "\(error)"
    }
  }
}

extension SealingError {
  /// What was stored does not open: that shows tampering; any other failure is OpenSSL's.
  init(opening error: SecretsError, doing: String) {
    let code: Code =
      switch error.code {
      case .authenticationFailed, .badKey: .notAuthentic
      case .badLength: .malformed
      case .callFailed, .randomFailed: .cryptography(error)
      }
    self.init(code, doing: doing)
  }
}

extension SealingError {
  /// A word for the log.
  public var ruleName: String {
    switch code {
    case .notAuthentic: "not-authentic"
    case .wrongCommitment: "wrong-commitment"
    case .wrongPrivateHalf: "wrong-private-half"
    case .wrongPassphrase: "wrong-passphrase"
    case .passphraseTooShort: "passphrase-too-short"
    case .keyNotHeld: "key-not-held"
    case .generationNotHeld: "generation-not-held"
    case .missing: "missing"
    case .erased: "erased"
    case .malformed: "malformed"
    case .unreadable: "unreadable"
    case .cryptography: "cryptography"
    }
  }
}

extension SealingError {
  /// The same failure, with whose value it was.
  public func inside(_ what: String) -> SealingError {
    SealingError(code, doing: "\(what): \(doing)")
  }
}
