import Foundation
import MyNumberKit
import TestSupport
import Testing

@testable import Custody
@testable import Filings

/// What bears nobody's number, drawn with one on it.
@Suite("A number drawn where nobody's may stand stops the release", .serialized)
struct PlantedOwnCopyTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    let text: String
    let item: Int
    var testDescription: String { "\(text) in #\(item)" }
  }

  static let faults = [
    Fault(text: "1234-5678-9018", item: 12), Fault(text: "番号は１２３４５６７８９０１８です", item: 86),
    Fault(text: "5835678256246", item: 86), Fault(text: "123456789018", item: 14),
    Fault(text: "5835678256246", item: 5), Fault(text: "1234 5678 9018", item: 97),
  ]

  private let fixture: FilingFixture

  init() throws {
    fixture = try FilingFixture()
    let officer = try fixture.vault.signIn("hanako")
    try officer.importFile(try fixture.vault.folder.write(RecordExportTests.people, as: "more.csv"))
    officer.close()
  }

  private var folder: String { fixture.slips }

  /// Nothing is linked and nothing registered; the failure is in the log.
  private func check(_ session: Session, _ error: ExportError?, isNoted: Bool = true) throws
    -> ReadBackFault?
  {
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    #expect(try ExportedFiles(session).list().isEmpty)
    let entries = try session.entries("export")
    #expect(entries.map(\.rule) == (isNoted ? ["read-back"] : []))
    guard case .readBack(let fault)? = error else {
      Issue.record("not caught: \(String(describing: error))")
      return nil
    }
    #expect(!"\(fault)".contains(/[0-9]{4}/))
    return fault
  }

  /// Draws the copies of two people, altered, under a form that may be altered too.
  private func draw(
    _ arrangement: SheetArrangement, _ session: Session, label: String? = nil,
    isProtected: Bool = false,
    _ alter: (RecipientSlip) -> RecipientSlip
  ) throws {
    try ExportWriting.makeFolder(folder)
    var options = try FilingFixture.options("0003", "0004")
    options.copies = [.recipient]
    let export = SlipExport(session, options: options)
    let payroll = try PrivateRead(VaultFixture.repository + "/Samples/payroll-2025.csv")
    let rules = try label.map(Self.rules) ?? export.rules()
    let file = try export.read(payroll.descriptor, rules)
    let plan = try #require(try export.makePlans(file, rules).first)
    var slips: [RecipientSlip] = []
    try export.run([plan], file) { (_, finding) throws(ExportError) in
      if case .recipient(let slip) = finding { slips.append(alter(slip)) }
    }
    #expect(slips.count == 2)
    var drawing = try RecipientDrawing(
      plan, arrangement, session: session, folder: folder,
      passphrases: isProtected ? try passphrases() : nil)
    if arrangement == .single {
      for slip in slips.reversed() { _ = try drawing.write(slip) }
    } else {
      let writing = try drawing.begin()
      for slip in slips { try drawing.take(slip, to: writing) }
      _ = try drawing.finish(writing)
    }
  }

  private func passphrases() throws -> RecipientPassphrases {
    let text = "社員番号,パスフレーズ\n0003,correct horse\n0004,battery staple\n"
    let file = try PrivateRead(try fixture.vault.folder.write(text, as: "words.csv"))
    return try RecipientPassphrases(fileDescriptor: file.descriptor)
  }

  /// The policy's rules with another text in the place of a label of the form.
  private static func rules(_ label: String) throws -> FilingRules {
    let bundle = try PolicyBundle(directory: VaultFixture.repository + "/Policies")
    let files = bundle.files.map { file in
      guard file.name == "layouts/recipient-2025.tsv" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      return PolicyBundle.File(
        name: file.name,
        bytes: Array(
          text.replacing("\tgothic left\t給与所得の源泉徴収票", with: "\tgothic left\t" + label).utf8))
    }
    return try FilingRules(policy: Policy(bundle: PolicyBundle(files: files)))
  }

  private static func altered(_ slip: RecipientSlip, _ fault: Fault) -> RecipientSlip {
    guard slip.person.text == "0004" else { return slip }
    var texts = slip.texts
    texts.values[RecordItem(fault.item)] = fault.text
    return RecipientSlip(
      line: slip.line, person: slip.person, hasDeclaration: slip.hasDeclaration, texts: texts)
  }

  @Test("an employee's own copy", arguments: [SheetArrangement.pairs, .single], faults)
  func recipient(arrangement: SheetArrangement, fault: Fault) throws {
    let session = try fixture.vault.signIn("hanako")
    defer { session.close() }
    let error = #expect(throws: ExportError.self) {
      try draw(arrangement, session) { Self.altered($0, fault) }
    }
    let found = try check(session, error)
    #expect(found?.kind == .looksLikeNumber)
    #expect(found?.place == .page(1, box: "#\(fault.item)"), "0004 is the second of the first page")
  }

  @Test(
    "a label of the form, which is the same on every page",
    arguments: ["123456789018", "5835678256246"])
  func label(text: String) throws {
    let session = try fixture.vault.signIn("hanako")
    defer { session.close() }
    let error = #expect(throws: ExportError.self) {
      try draw(.pairs, session, label: text) { $0 }
    }
    let found = try check(session, error)
    #expect(found == ReadBackFault(.page(1, box: nil), .looksLikeNumber))
  }

  @Test("a copy that a passphrase opens is read back too", arguments: faults.prefix(3))
  func protected(fault: Fault) throws {
    let session = try fixture.vault.signIn("hanako")
    defer { session.close() }
    let error = #expect(throws: ExportError.self) {
      try draw(.single, session, isProtected: true) { Self.altered($0, fault) }
    }
    let found = try check(session, error)
    #expect(found == ReadBackFault(.page(1, box: "#\(fault.item)"), .looksLikeNumber))
  }

  @Test("and a copy as it was meant is released", arguments: [SheetArrangement.pairs, .single])
  func sound(arrangement: SheetArrangement) throws {
    let session = try fixture.vault.signIn("hanako")
    defer { session.close() }
    try draw(arrangement, session) { $0 }
    let made = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(made.count == (arrangement == .pairs ? 1 : 2))
  }

  // MARK: Retirement slips and sheets

  /// A copy of E1 with other texts, drawn.
  private func retired(
    _ session: Session, remarks: String?
  ) throws -> (export: RetirementCopyExport, copy: RetirementCopy, pdf: [UInt8]) {
    let options = RecordExportOptions(incomeYear: 2026)
    let records = RecordExport(session, .retirement, options: options)
    let file = try PrivateRead(
      try fixture.vault.folder.write(RecordExportTests.retired("E1"), as: "retired.csv"))
    let (copy, _) = try #require(try records.copies(of: file.descriptor).first)
    let altered = RetirementCopy(
      line: copy.line, person: copy.person, paidOn: copy.paidOn,
      texts: copy.texts + (remarks.map { [("摘要", $0)] } ?? []))
    let pdf = try RetirementSheet(try records.makePlan()).pdf(altered)
    return (RetirementCopyExport(session, options: options), altered, pdf)
  }

  @Test(
    "a person's own copy of a retirement slip",
    arguments: ["1234-5678-9018", "１２３４５６７８９０１８", "5835678256246"])
  func retirement(text: String) throws {
    let session = try fixture.vault.signIn("hanako")
    defer { session.close() }
    try ExportWriting.makeFolder(folder)
    let (export, copy, pdf) = try retired(session, remarks: text)
    let writing = try ExportWriting(folder + "/" + export.name(of: copy))
    writing.sink(pdf.span)
    let error = #expect(throws: ExportError.self) {
      _ = try export.register(copy, writing, in: folder)
    }
    #expect(try check(session, error)?.kind == .looksLikeNumber)
    let (_, sound, right) = try retired(session, remarks: nil)
    let released = try ExportWriting(folder + "/" + export.name(of: sound))
    released.sink(right.span)
    #expect(try export.register(sound, released, in: folder).numbers == 0)
  }

  @Test(
    "a sheet of totals, which is read back as well",
    arguments: [SummaryKind.municipality, .taxOffice])
  func totals(kind: SummaryKind) throws {
    let session = try fixture.vault.signIn("keiko")
    defer { session.close() }
    try ExportWriting.makeFolder(folder)
    let payroll = try PrivateRead(VaultFixture.repository + "/Samples/payroll-2025.csv")
    let summary = SlipSummary(session, options: SlipExportOptions(incomeYear: 2025))
    let sheet = try #require(
      try summary.run([kind], payroll: payroll.descriptor, told: { _ in }).first)
    let (_, _, numbered) = try retired(session, remarks: "1234-5678-9018")
    let path = folder + "/totals.pdf"
    let error = #expect(throws: ExportError.self) { try sheet.write(numbered, to: path) }
    #expect(try check(session, error, isNoted: false)?.kind == .looksLikeNumber)
    try sheet.write(to: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(throws: ExportError.self) { try sheet.write(to: path) }
  }
}
