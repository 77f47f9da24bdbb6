import MyNumberKit

/// Why a command ended without having done its work: a status, the errors, and what to try.
struct Failure: Error {
  let status: Int32
  let messages: [Message]
  let hints: [Message]

  init(_ status: Int32, _ message: Message, hints: [Message] = []) {
    self.init(status, messages: [message], hints: hints)
  }

  init(_ status: Int32, messages: [Message], hints: [Message] = []) {
    self.status = status
    self.messages = messages
    self.hints = hints
  }

  /// A mistake on the command line.
  static func usage(_ message: Message, hints: [Message] = []) -> Failure {
    Failure(ExitStatus.usage, message, hints: hints)
  }

  /// The same failure with one more hint.
  func with(hint: Message) -> Failure { Failure(status, messages: messages, hints: hints + [hint]) }

  /// Gathers the rooms' errors; of the policy they say the names.
  init(any error: any Error, _ names: Names = .none) {
    switch error {
    case let error as Failure: self = error
    case let error as CustodyError: self.init(error, names)
    case let error as StorageError: self.init(CustodyError(.storage(error)))
    case let error as PolicyError: self.init(CustodyError(.badPolicy(error)))
    case let error as TextError: self.init(error)
    case let error as FilingError: self.init(error, names)
    case let error as ExportError: self.init(error, names)
    case let error as AuditingError: self.init(error)
    case let error as ReportsError: self.init(ExitStatus.badInput, .notSet(error))
    case let error as SealingError:
      self.init(ExitStatus.badInput, .verbatim("\(error)"))
    case let error as PeopleError: self.init(ExitStatus.badInput, .phrase(error.phrase))
    default: self.init(ExitStatus.fault, .fault("\(error)"))
    }
  }
}

extension Failure {
  init(_ error: CustodyError, _ names: Names = .none) {
    let status = error.exitStatus
    switch error.code {
    case .refused(let refusal):
      self.init(
        status, .refused(refusal, names), hints: [.remedy(of: refusal, names)])
    case .signInFailed: self.init(status, .signInFailed)
    case .integrity(let what): self.init(status, .integrity(what), hints: [.integrityHint])
    case .busy: self.init(status, .busy)
    case .badInput(let mistakes):
      self.init(
        status, messages: mistakes.map { .phrase($0.phrase) },
        hints: [.nothingChanged(mistakes: mistakes.count)])
    case .badPolicy(let error):
      self.init(
        status, messages: error.mistakes.map { .verbatim($0.description) },
        hints: [.policyMistakes(error.mistakes.count)])
    case .notFound(let what): self.init(status, .notFound(what))
    case .unfinished: self.init(status, .unfinishedVault, hints: [.unfinishedHint])
    case .exists(let what): self.init(status, .exists(what))
    case .usage(let what): self.init(status, .phrase(what))
    case .storage(let error): self.init(status, .phrase(error.phrase), hints: Self.hints(error))
    case .checkpointNotKept(let place, let number):
      self.init(status, .checkpointNotKept(place, number), hints: [.checkpointHint])
    case .uncertified(let entry, let cause):
      self.init(
        status, messages: [.uncertified(entry)] + Failure(cause, names).messages,
        hints: [.reissueHint])
    case .output(let what): self.init(status, .phrase(what))
    case .bug(let what): self.init(status, .fault(what))
    }
  }

  private static func hints(_ error: StorageError) -> [Message] {
    switch error.code {
    case .missing: [.noVaultHint]
    case .filesDoNotBelongTogether: [.pairHint]
    case .staleJournal: [.staleJournalHint]
    case .permissionsTooWide: [.permissionsHint]
    default: []
    }
  }

  init(_ error: TextError) {
    switch error {
    case .outputExists, .outputNotMade: self.init(ExitStatus.noOutput, .phrase(error.phrase))
    case .inputOutput: self.init(ExitStatus.inputOutput, .phrase(error.phrase))
    default: self.init(ExitStatus.badInput, .phrase(error.phrase))
    }
  }

  init(_ error: FilingError, _ names: Names = .none) {
    switch error {
    case .mistakes(let mistakes):
      self.init(
        ExitStatus.badInput, messages: mistakes.map { .phrase($0.phrase) },
        hints: [.nothingChanged(mistakes: mistakes.count)])
    case .text(let error): self.init(error)
    case .refused(let refusal): self.init(CustodyError(.refused(refusal)), names)
    case .noLayout, .badLayout: self.init(ExitStatus.badPolicy, .phrase(error.phrase))
    case .needsHeaders, .totalTooLarge: self.init(ExitStatus.badInput, .phrase(error.phrase))
    case .typesetting: self.init(ExitStatus.fault, .phrase(error.phrase))
    case .badNumberWidth, .recipientAlone, .noNoticeLayout:
      self.init(ExitStatus.usage, .phrase(error.phrase))
    }
  }

  init(_ error: ExportError, _ names: Names = .none) {
    switch error {
    case .custody(let error): self.init(error, names)
    case .filing(let error): self.init(error, names)
    case .notInPayroll(let codes):
      self.init(ExitStatus.badInput, messages: codes.map(Message.notInPayroll))
    case .notVoidable(let code, let refusal):
      self.init(
        ExitStatus.refused, .notVoidable(code.text, refusal, names),
        hints: [.remedy(of: refusal, names)])
    case .readBack(let fault):
      self.init(ExitStatus.integrity, .phrase(fault.phrase), hints: [.readBackHint])
    case .noEmployer: self.init(ExitStatus.usage, .noEmployer, hints: [.noEmployerHint])
    case .blocked(let missing):
      self.init(
        ExitStatus.refused,
        messages: missing.map { .withoutNumber($0.person.text, $0.reason) },
        hints: [.missing(missing.map(\.reason)), .leaveBlankHint]
          + (missing.contains { $0.reason == .unverified } ? [.unverifiedHint] : []))
    }
  }

  /// Errors of logs and checkpoints that were read: what does not verify is 76.
  init(_ error: AuditingError) {
    switch error.code {
    case .freeTextHoldsNumber, .freeTextTooLong, .freeTextNotPlain:
      self.init(ExitStatus.badInput, .phrase(error.phrase))
    case .cryptography: self.init(ExitStatus.fault, .fault("\(error)"))
    default: self.init(ExitStatus.integrity, .integrity("\(error)"))
    }
  }
}
