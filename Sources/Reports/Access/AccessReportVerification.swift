public import Auditing

/// Holds an access report, in whatever form, against the log that it is of.
///
/// It is compared byte for byte with what the log gives; what the log cannot give is held against
/// the digest that the report's own signed entry states.
public struct AccessReportVerification: Sendable {
  /// The form in which the report was made.
  public let form: ReportForm
  /// The index of the report's own entry.
  public let entry: Int
  /// The id of whoever signed it, and so vouches for what is made of the vault's records.
  public let signer: String?
  /// The program that laid it out, as its entry states.
  public let program: String?
  /// The cosigned checkpoint that the report states; what checked it then is not in the log.
  public let witnessed: ReportRecord.Witnessed?
  private let expected: ReportParts
  private let digest: [UInt8]

  init(_ expected: ReportParts, _ record: ReportRecord, _ form: ReportForm, _ log: LogStanding) {
    self.expected = expected
    self.form = form
    entry = log.size - 1
    signer = log.checkpoint.signer
    digest = record.records
    program = record.program
    witnessed = record.witnessed
  }

  /// How many entries a report says that it covers; nil for a file that does not say so.
  ///
  /// It is looked for as the form of the file's beginning writes it, and nowhere else: the header
  /// comes first in each, but a text could hold what another form would say.
  public static func size(statedBy report: [UInt8]) -> Int? {
    for mark in marks(of: ReportForm.Kind(beginningOf: report)) {
      guard let end = ByteSearch.end(of: Array(mark.utf8), in: report[...]) else { continue }
      let digits = report[end...].drop { $0 == 0x20 }.prefix { (0x30...0x39).contains($0) }
      if digits.count < 16, let size = Int(String(decoding: digits, as: UTF8.self)), size > 0 {
        return size
      }
    }
    return nil
  }

  /// What stands before the number, in each language.
  private static func marks(of kind: ReportForm.Kind) -> [String] {
    let titles = ReportLanguage.allCases.map(AccessReportHeader.size.title.text)
    return switch kind {
    case .json: ["\"\(AccessReportHeader.size.id)\":"]
    case .csv: ["\r\nheader,\(AccessReportHeader.size.id),"]
    case .html: titles.map { "<dt>\($0)</dt><dd>" }
    case .text: titles.map { "\n\($0) " }
    }
  }

  /// Whether a report is what it must be, to the last bit.
  public func agrees(with report: [UInt8]) -> Bool {
    guard report.starts(with: expected.before) else { return false }
    let rest = report.dropFirst(expected.before.count)
    return rest.count >= expected.after.count
      && rest.suffix(expected.after.count) == expected.after[...]
      && holds(records: Array(rest.dropLast(expected.after.count)))
  }

  private func holds(records: [UInt8]) -> Bool {
    (try? ReportRecord.digest(of: records)) == digest
  }

  /// Compares a report with what it must be.
  ///
  /// Another program may lay the same figures out otherwise: a difference is then no sign of an edit,
  /// and none that there was no edit.
  ///
  /// - Parameter program: The name and version of the program that verifies.
  /// - Throws: `.reportDiffers`, naming the first figure that does; `.otherProgram` where it differs
  ///   and another program made it.
  public func verify(_ report: [UInt8], by program: String? = nil) throws(ReportsError) {
    guard !agrees(with: report) else { return }
    guard self.program == program else { throw .otherProgram(self.program ?? "") }
    guard report.starts(with: expected.before) else {
      throw .reportDiffers(difference(report, .before))
    }
    let rest = report.dropFirst(expected.before.count)
    guard rest.count >= expected.after.count,
      rest.suffix(expected.after.count) == expected.after[...]
    else { throw .reportDiffers(difference(report, .after)) }
    throw .reportDiffers(ReportDifference(place: "records", log: nil, report: nil))
  }

  private enum Part {
    case before, after
  }

  private func difference(_ report: [UInt8], _ part: Part) -> ReportDifference {
    if form.kind == .json { return JSONDifference(expected).first(in: report) }
    switch part {
    case .before: return LineDifference(form.kind).first(of: expected.before[...], report[...])
    case .after:
      let rest = report.dropFirst(expected.before.count)
      let lines = LineDifference(form.kind)
      return lines.first(
        of: expected.after[...], lines.end(of: rest, beginningAs: expected.after),
        from: LineDifference.lines(report.count - rest.count, in: report))
    }
  }
}
