internal import Auditing
public import Rules
internal import Sealing
public import Storage
public import Wording

/// What went wrong in custody, with the exit status it stands for.
///
/// No case holds a number, a name of a person or key bytes.
public struct CustodyError: Error, Sendable {
  /// The kinds of failure.
  public enum Code: Sendable {
    /// The gate, a role or authentication refused.
    case refused(Refusal)
    /// The passphrase is wrong, or nobody of that name is active.
    case signInFailed
    /// Something was tampered with or does not verify.
    case integrity(String)
    /// The vault is in use, or changed while the work was prepared: try again.
    case busy
    /// There is no such vault, user or person.
    case notFound(Phrase)
    /// The making of the vault was interrupted before anything was committed.
    case unfinished
    /// It is there already.
    case exists(Phrase)
    /// What was asked for does not fit the state of the vault.
    case usage(Phrase)
    /// Input that breaks rules, each with its place.
    case badInput([InputMistake])
    /// The policy is faulty.
    case badPolicy(PolicyError)
    /// Reading or writing failed.
    case storage(StorageError)
    /// The log is durable, but its checkpoint could not be kept outside the vault.
    case checkpointNotKept(place: String, number: Int32)
    /// Numbers are destroyed, durably, but their certificate could not be made; it can be later.
    indirect case uncertified(entry: Int, because: CustodyError)
    /// A file beside the vault cannot be made.
    case output(Phrase)
    /// A failure of this program.
    case bug(String)
  }

  /// The kind of failure.
  public let code: Code

  /// Describes a failure.
  public init(_ code: Code) { self.code = code }

  /// The exit status of the command (sysexits, and 76 for integrity).
  public var exitStatus: Int32 {
    switch code {
    case .refused, .signInFailed: 77
    case .integrity: 76
    case .busy: 75
    case .notFound, .unfinished: 66
    case .exists, .output: 73
    case .usage: 64
    case .badInput: 65
    case .badPolicy: 78
    case .storage(let error): Self.status(of: error)
    case .checkpointNotKept: 74
    case .uncertified(_, let error): error.exitStatus
    case .bug: 70
    }
  }

  private static func status(of error: StorageError) -> Int32 {
    switch error.code {
    case .busy: 75
    case .missing: 66
    case .exists: 73
    case .wrongFormat, .filesDoNotBelongTogether, .staleJournal, .corrupt: 76
    case .permissionsTooWide, .notRegularFile: 76
    case .diskFull, .failed: 74
    case .constraint, .wrongTransaction: 70
    }
  }
}

extension CustodyError: Worded {
  public var phrase: Phrase {
    switch code {
    case .refused(let refusal): Phrase(verbatim: "\(refusal)")
    case .signInFailed: "wrong user or passphrase"
    case .integrity(let what): Phrase(verbatim: what)
    case .busy: "the vault is in use; try again"
    case .notFound(let what): "\(what): not found"
    case .unfinished: "the vault was never finished: its making was interrupted"
    case .exists(let what): "\(what): already exists"
    case .usage(let what): what
    case .badInput(let mistakes):
      Phrase(verbatim: mistakes.map(\.description).joined(separator: "\n"))
    case .badPolicy(let error): Phrase(verbatim: "\(error)")
    case .storage(let error): error.phrase
    case .checkpointNotKept(let place, let number):
      "the checkpoint could not be kept in \(place) (errno \(number))"
    case .uncertified(let entry, let error):
      "destroyed, but without a certificate (entry \(entry)): \(error)"
    case .output(let what): what
    case .bug(let what): "a fault of this program: \(what)"
    }
  }
}

extension CustodyError {
  init(_ error: StorageError) { self.init(error.code == .busy ? .busy : .storage(error)) }

  init(_ error: AuditingError) {
    switch error.code {
    case .freeTextHoldsNumber, .freeTextTooLong, .freeTextNotPlain:
      self.init(.badInput([InputMistake(message: "\(error)")]))
    case .badName: self.init(.usage("\(error)"))
    case .cryptography: self.init(.bug("\(error)"))
    default: self.init(.integrity("\(error)"))
    }
  }

  init(_ error: SealingError) {
    switch error.code {
    case .wrongPassphrase: self.init(.signInFailed)
    case .passphraseTooShort: self.init(.usage("\(error)"))
    case .cryptography: self.init(.bug("\(error)"))
    case .erased: self.init(.notFound("\(error)"))
    case .unreadable, .generationNotHeld: self.init(.busy)
    default: self.init(.integrity("\(error)"))
    }
  }
}

extension CustodyError {
  /// Gathers the rooms' errors at this room's edge.
  init(any error: any Error) {
    switch error {
    case let error as CustodyError: self = error
    case let error as StorageError: self.init(error)
    case let error as AuditingError: self.init(error)
    case let error as SealingError: self.init(error)
    case let error as Refusal: self.init(.refused(error))
    default: self.init(.bug("\(error)"))
    }
  }

  /// Runs work that calls several rooms, and gathers their errors.
  static func gathering<R: ~Copyable>(_ work: () throws -> R) throws(CustodyError) -> R {
    do {
      return try work()
    } catch {
      throw CustodyError(any: error)
    }
  }
}
