internal import Custody
internal import Rules

extension ExportError {
  /// This failure, after an entry in the log if a file was thrown away since it did not hold what it
  /// should; or why there is no entry.
  func noted(of fileName: String, for form: FormCopyID, _ session: Session) -> ExportError {
    guard case .readBack = self else { return self }
    do throws(CustodyError) {
      try ExportRegister(session).fail(fileName, for: form)
    } catch {
      return .custody(error)
    }
    return self
  }
}
