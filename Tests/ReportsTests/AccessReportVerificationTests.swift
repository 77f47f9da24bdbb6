import Auditing
import Foundation
import People
import Rules
import Testing

@testable import Reports

@Suite("A report is held against the log")
struct AccessReportVerificationTests {
  private static let parameters = AccessReportParameters(
    asOf: day("2026-11-22"), from: day("2026-09-01"))
  private static let forms = ReportForm.Kind.allCases.flatMap { kind in
    ReportLanguage.allCases.map { ReportForm(kind, $0) }
  }

  private func made(
    _ form: ReportForm, _ parameters: AccessReportParameters = parameters,
    outside: Int? = nil, witnessed: ReportRecord.Witnessed? = nil
  ) throws -> MadeReport {
    try MadeReport(
      of: try YearOfWork.log(from: "2026-08-31", days: 15), parameters, form,
      people: try YearOfWork.people(), outside: outside, witnessed: witnessed)
  }

  /// Where a report that was edited is said to differ.
  private func difference(
    _ form: ReportForm, _ edit: (String) -> String
  ) throws -> ReportDifference? {
    let made = try made(form)
    let edited = edit(String(decoding: made.bytes, as: UTF8.self))
    let isEdited = Array(edited.utf8) != made.bytes
    #expect(isEdited)
    do {
      try made.verification().verify(Array(edited.utf8))
      return nil
    } catch ReportsError.reportDiffers(let difference) {
      return difference
    }
  }

  @Test("in every form and language, which the log gives again byte for byte", arguments: forms)
  func everyForm(form: ReportForm) throws {
    let made = try made(form)
    let verification = try made.verification()
    try verification.verify(made.bytes)
    #expect(verification.form == form && verification.signer == "u0")
    #expect(verification.entry == made.size - 1)
    #expect(AccessReportVerification.size(statedBy: made.bytes) == made.size)
  }

  @Test("with all that was asked: person, user, last day, checkpoint from outside")
  func parameters() throws {
    let witnessed = ReportRecord.Witnessed(
      size: 4, witness: "office", time: Timestamp(day("2026-09-02")))
    for cosigned in [witnessed, nil] {
      for user in ["u0", "u13", "recovery", nil] {
        let made = try made(
          ReportForm(.json, .english),
          AccessReportParameters(
            asOf: day("2026-10-01"), to: day("2026-09-30"), person: try PersonCode("0001"),
            user: user, purpose: user == nil ? PurposeID(rawValue: "tax-withholding") : nil,
            dormantAfterDays: 5, program: "mynumber 1"),
          outside: 3, witnessed: cosigned)
        try made.verification().verify(made.bytes)
      }
    }
  }

  @Test(
    "Of one purpose it shows what was done for that, who can read for it, and whose number is held for it",
    arguments: ["tax-withholding", "health-pension", "property-accumulation"])
  func purpose(_ id: String) throws {
    let asked = AccessReportParameters(asOf: day("2026-11-22"), purpose: PurposeID(rawValue: id))
    for form in [ReportForm(.json, .english), ReportForm(.html, .japanese)] {
      let made = try made(form, asked)
      try made.verification().verify(made.bytes)
    }
    let log = try YearOfWork.log(from: "2026-08-31", days: 15)
    let (whole, part) = (
      try log.report(AccessReportParameters(asOf: asked.asOf), people: YearOfWork.people()),
      try log.report(asked, people: YearOfWork.people())
    )
    #expect(part.uses == whole.uses.filter { $0.subject.purpose == id })
    #expect(part.access == whole.access.filter { $0.key == id })
    #expect(part.uses.isEmpty == (id == "property-accumulation"))
    #expect(part.refusals.isEmpty == (id != "tax-withholding"))
    #expect(part.records.holdings.allSatisfy { $0.subject.item != .due || $0.subject.key == id })
    #expect(part.header.entriesShown < whole.header.entriesShown && part.signIns.isEmpty)
  }

  @Test("and stays what it was when the log goes on")
  func later() throws {
    let made = try made(ReportForm(.html, .japanese))
    let size = try made.log.standing().size
    #expect(size == made.size)
    for _ in 0..<3 { try made.log.write("list") { $0.count = 2 } }
    let finder = ReportRecordFinder(size: made.size)
    for (index, bytes) in made.log.entries.enumerated() {
      try finder.take(entry: bytes.span, at: index)
    }
    #expect(finder.record?.form == "html")
  }

  @Test("The first figure that differs is named, with what the log gives and the report says")
  func figures() throws {
    let json = try difference(ReportForm(.json, .english)) {
      $0.replacingOccurrences(of: #""count":2,"entries":"#, with: #""count":9,"entries":"#)
    }
    #expect(json?.place.hasPrefix("activity[") == true && json?.place.hasSuffix(".count") == true)
    #expect(json?.log == "2" && json?.report == "9")
    let missing = try difference(ReportForm(.json, .english)) {
      $0.replacingOccurrences(of: #""log_size":"#, with: #""log_size":1"#)
    }
    #expect(missing?.place == "log_size")
    let csv = try difference(ReportForm(.csv, .english)) {
      $0.replacingOccurrences(of: "\r\nrefusals,role-purpose", with: "\r\nrefusals,role")
    }
    #expect(
      csv?.place.hasSuffix("(refusals)") == true && csv?.report?.hasPrefix("refusals") == true)
    let text = try difference(ReportForm(.text, .english)) {
      $0.replacingOccurrences(of: "read a number    ", with: "read no number   ")
    }
    #expect(text?.place.hasSuffix("(Activity by user)") == true, "\(String(describing: text))")
    let page = try difference(ReportForm(.html, .english)) {
      $0.replacingOccurrences(of: "<td>role-purpose</td>", with: "<td>role</td>")
    }
    #expect(page?.place.hasSuffix("(refusals)") == true, "\(String(describing: page))")
  }

  @Test(
    "What is of the vault's records differs from what the report's entry vouches for",
    arguments: forms)
  func recordsPart(form: ReportForm) throws {
    let made = try made(form)
    let parts = try log(made, form)
    let verification = try made.verification()
    for place in [0, parts.records.count / 2, parts.records.count - 1] {
      var edited = made.bytes
      edited[parts.before.count + place] ^= 1
      #expect(
        throws: ReportsError.reportDiffers(
          ReportDifference(place: "records", log: nil, report: nil))
      ) {
        try verification.verify(edited)
      }
    }
  }

  private func log(_ made: MadeReport, _ form: ReportForm) throws -> ReportParts {
    var builder = AccessReportBuilder(Self.parameters, policy: made.log.policy)
    for person in try YearOfWork.people() { try builder.add(person) }
    for bytes in made.log.entries { try builder.add(Entry(parsing: bytes.span)) }
    return try builder.finish(try made.log.standing()).document.parts(form)
  }

  @Test("Rows left out, added, or in another order are found, and so is another form of the same")
  func rows() throws {
    let made = try made(ReportForm(.csv, .english))
    let verification = try made.verification()
    let lines = String(decoding: made.bytes, as: UTF8.self).components(separatedBy: "\r\n")
    for place in lines.indices.dropLast() {
      var edited = lines
      edited.remove(at: place)
      #expect(throws: ReportsError.self) {
        try verification.verify(Array(edited.joined(separator: "\r\n").utf8))
      }
    }
    let text = try log(made, ReportForm(.text, .english)).bytes
    #expect(throws: ReportsError.self) { try verification.verify(text) }
    #expect(throws: ReportsError.self) { try verification.verify([]) }
    #expect(throws: ReportsError.self) { try verification.verify(made.bytes + made.bytes) }
  }

  @Test("An entry that made no report, or one of another form, has none")
  func otherEntry() throws {
    let made = try made(ReportForm(.csv, .english))
    for size in [1, made.size - 1, made.size + 1] {
      #expect(throws: ReportsError.reportUnknown) { try made.verification(size: size) }
    }
    for text in ["", "no report", #"{"log_size":-1}"#, #"{"log_size":99999999999999999999}"#] {
      #expect(AccessReportVerification.size(statedBy: Array(text.utf8)) == nil)
    }
  }

  @Test("How far a report goes is read where its form says it, whatever stands in a text")
  func sizeInText() {
    let text = """
      My Number access report
      Organisation  "log_size":7 <dt>Log size</dt><dd>8</dd>
      header,log_size,9
      Log size      10
      Person        Log size 11

      """
    #expect(AccessReportVerification.size(statedBy: Array(text.utf8)) == 10)
    let begun = Array(
      ("section,item,key\r\nheader,x,\"log_size\":7\r\nheader,log_size,12\r\n").utf8)
    #expect(AccessReportVerification.size(statedBy: begun) == 12)
  }

  @Test("A report that another program laid out otherwise is neither called edited nor verified")
  func otherProgram() throws {
    let form = ReportForm(.text, .english)
    let asked = AccessReportParameters(asOf: day("2026-11-22"), program: "mynumber 1")
    let made = try made(form, asked)
    let verification = try made.verification()
    try verification.verify(made.bytes, by: "mynumber 1")
    try verification.verify(made.bytes, by: "mynumber 2")
    let edited = made.bytes + [0x0A]
    #expect(throws: ReportsError.otherProgram("mynumber 1")) {
      try verification.verify(edited, by: "mynumber 2")
    }
    let result = #expect(throws: ReportsError.self) {
      try verification.verify(edited, by: "mynumber 1")
    }
    guard case .reportDiffers = result else {
      Issue.record("\(String(describing: result))")
      return
    }
  }

  @Test("What an editor wrote neither steers a terminal nor shows a number")
  func hostile() {
    let shown = ReportDifference(place: "x", log: "\u{1B}[31m赤", report: "965689455668")
    #expect(shown.log == "\u{FFFD}[31m赤" && shown.report == "…")
  }
}
