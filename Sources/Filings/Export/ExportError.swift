public import Custody
public import People

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
  /// People on it have no usable number, for reasons that were not allowed to be left blank.
  case blocked([MissingNumber])
}
