import Filings
import Numbers
import People
import Rules
import TestSupport
import Text

/// What the tests of slips share.
enum Fixture {
  /// Read once: most tests need it, and it does not change.
  private static let read = Result { try FilingRules(policy: policy()) }

  static func rules() throws -> FilingRules { try read.get() }

  static func policy() throws -> Policy {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try Policy(bundle: PolicyBundle(directory: "/\(root)/Policies"))
  }

  static func file(_ name: String) -> [UInt8]? {
    try? FileBytes.checkout("Policies/\(name)")
  }

  static func employer() throws -> FilingEmployer {
    try FilingEmployer(
      yaml: FileBytes.checkout("Samples/employer.yaml"),
      payer: .corporation(CorporateNumber("5835678256246"))
    ) { try? FileBytes.checkout("Samples/\($0)") }
  }

  static func payroll(_ bytes: [UInt8], discardNumbers: Bool = false) throws -> ReadPayroll {
    try ReadPayroll(bytes, discardNumbers: discardNumbers)
  }

  static func sample(_ name: String) throws -> ReadPayroll {
    try payroll(FileBytes.checkout("Samples/\(name)"))
  }

  static func plan(
    _ payroll: ReadPayroll, _ request: SlipRequest, _ directory: some SlipDirectory,
    employer: FilingEmployer? = nil
  ) throws -> PlannedSlips {
    try PlannedSlips(request, payroll.file, employer ?? self.employer(), directory)
  }

  /// The mistakes of a plan or a file; empty when it succeeds.
  static func mistakes(_ body: () throws -> Void) throws -> [FilingMistake] {
    do {
      try body()
      return []
    } catch FilingError.mistakes(let mistakes) {
      return mistakes
    }
  }

  /// The fields of each row, decoded.
  static func fields(_ bytes: [UInt8], _ encoding: TextEncoding = .cp932) throws -> [[String]] {
    let text = try encoding.decode(bytes.span)
    return text.split { $0 == "\r\n" || $0 == "\n" }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }
}
