public import Custody
public import People
public import Rules

/// Why a file with numbers was not written.
public enum ExportError: Error, Sendable {
  /// The gate, the log or the vault.
  case custody(CustodyError)
  /// The file to be filled, the employer file or the layout.
  case filing(FilingError)
  /// People to whom the export is narrowed do not stand in the payroll file.
  case notInPayroll([PersonCode])
  /// There is no employer file yet.
  case noEmployer
  /// The number that stands on a slip to be voided may not be opened.
  case notVoidable(PersonCode, Refusal)
  /// A file was read back and did not hold what it should; it was thrown away.
  case readBack(ReadBackFault)
  /// People on it have no usable number, for reasons that were not allowed to be left blank.
  case blocked([MissingNumber])
}
