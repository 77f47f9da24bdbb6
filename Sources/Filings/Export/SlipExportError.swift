public import Custody

/// Why slips were not exported.
public enum SlipExportError: Error, Sendable {
  /// The gate, the log or the vault.
  case custody(CustodyError)
  /// The payroll file, the employer file or the layout.
  case filing(FilingError)
  /// There is no employer file yet.
  case noEmployer
  /// People on the slips have no usable number, for reasons that were not allowed to be left blank.
  case blocked([MissingNumber])
}
