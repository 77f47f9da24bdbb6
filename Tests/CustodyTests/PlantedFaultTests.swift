import Foundation
import MyNumberKit
import TestSupport
import Testing

@testable import Custody
@testable import Filings

/// Each kind of file with numbers, written by a writer that was tampered with.
@Suite("A fault planted in any kind of file with numbers stops its release", .serialized)
struct PlantedFaultTests {
  enum Kind: String, CaseIterable, Sendable {
    case taxOffice, retirement, payment, pension, insurance
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// What is told, by whichever row comes first.
    let kinds: Set<ReadBackFault.Kind>
    let tamper: @Sendable (FilledRow) -> FilledRow
  }

  private let fixture: FilingFixture

  init() throws {
    fixture = try FilingFixture()
    let officer = try fixture.vault.signIn("hanako")
    try officer.importFile(try fixture.vault.folder.write(RecordExportTests.people, as: "more.csv"))
    officer.close()
  }

  private var folder: String { fixture.slips }

  // MARK: The writers

  /// Writes a file of a kind, each of its rows altered.
  private func write(
    _ kind: Kind, _ session: Session, _ tamper: (FilledRow) -> FilledRow
  ) throws -> WrittenFile {
    try ExportWriting.makeFolder(folder)
    switch kind {
    case .taxOffice: return try writeSlips(session, tamper)
    case .retirement:
      return try writeRecords(
        .retirement, RecordExportTests.retired("E1"), session, tamper)
    case .payment:
      return try writeRecords(
        .payment, "社員番号,支払区分,区分,支払金額,源泉徴収税額\nP1,fees,原稿料,60000,6126\n", session, tamper)
    case .pension:
      return try writeNotices(
        "SHFD0006.CSV",
        [
          "health-pension-acquisition", "health-pension-loss",
          "health-dependents-change",
        ], session, tamper)
    case .insurance:
      return try writeNotices(
        "10191-soshitsu.csv", ["employment-insurance-loss"], session, tamper)
    }
  }

  private func sample(_ name: String) throws -> PrivateRead {
    try PrivateRead(VaultFixture.repository + "/Samples/" + name)
  }

  private func writeSlips(
    _ session: Session, _ tamper: (FilledRow) -> FilledRow
  ) throws -> WrittenFile {
    var options = SlipExportOptions(incomeYear: 2025)
    options.copies = [.taxOffice]
    let export = SlipExport(session, options: options)
    let payroll = try sample("payroll-2025.csv")
    let file = try export.read(payroll.descriptor, try export.rules())
    let plan = try export.makePlans(file, try export.rules())[0]
    var rows: [SlipRow] = []
    try export.run([plan], file) { (_, finding) throws(ExportError) in
      if case .slip(let row) = finding { rows.append(row) }
    }
    var foresight = NumberForesight(session)
    try foresight.take(rows.flatMap { $0.slots.compactMap { plan.query($0) } })
    try foresight.finish()
    var filling = NumberFilling(
      foresight, session, RecordComposer(plan: plan), ReadBack(plan: plan),
      try ExportWriting(plan.fileName, for: plan.form, in: folder, session),
      named: plan.fileName, in: folder, for: plan.form)
    for row in rows { try filling.take(tamper(FilledRow(row, of: plan))) }
    return try filling.finish(incomeYear: 2025)
  }

  private func writeRecords(
    _ kind: RecordKind, _ text: String, _ session: Session, _ tamper: (FilledRow) -> FilledRow
  ) throws -> WrittenFile {
    let records = try PrivateRead(try fixture.vault.folder.write(text, as: "\(kind).csv"))
    let export = RecordExport(session, kind, options: RecordExportOptions(incomeYear: 2026))
    let plan = try export.makePlan()
    let file = try export.open(records.descriptor, plan)
    var filling = try export.filling(plan, try export.foresee(plan, file), into: folder)
    try export.read(plan, file) { (finding) throws(ExportError) in
      guard case .record(let line) = finding else { return }
      try filling.take(tamper(export.filled(line, of: plan)))
    }
    return try filling.finish(incomeYear: 2026)
  }

  private func writeNotices(
    _ name: String, _ forms: [String], _ session: Session, _ tamper: (FilledRow) -> FilledRow
  ) throws -> WrittenFile {
    var options = NoticeFillOptions(forms: forms.map { FormCopyID($0) })
    options.leaveBlank = [.notYetIssued, .unverified]
    let notices = try sample(name)
    let fill = NoticeFill(session, options: options)
    let file = try fill.read(notices.descriptor)
    let matched = try fill.match(file, NoticeMatches())
    let queries = fill.queries(matched)
    var filling = try fill.filling(file, try fill.foresee(queries), into: folder)
    for row in NoticeFill.filled(file, matched, queries) { try filling.take(tamper(row)) }
    return try filling.finish(incomeYear: nil)
  }

  // MARK: The faults

  /// A text in place of the third field, before every number.
  private static func third(_ row: FilledRow, _ text: String) -> FilledRow {
    var fields = row.composed.bytes.split(separator: 0x2C, omittingEmptySubsequences: false)
    // The number itself is the third of employment insurance.
    let place = row.slots.contains { $0.field == 3 } ? 1 : 2
    let shift = text.utf8.count - fields[place].count
    fields[place] = Array(text.utf8)[...]
    return row.with(bytes: Array(fields.joined(separator: [0x2C]))) { _, hole in
      NumberHole(offset: hole.offset + shift, style: hole.style)
    }
  }

  static let faults = [
    Fault(testDescription: "a column too far", kinds: [.notTheNumber]) { row in
      row.with { place, hole in
        place == 0 ? NumberHole(offset: hole.offset + 1, style: hole.style) : hole
      }
    },
    Fault(testDescription: "a zero too many or too few", kinds: [.notTheNumber]) { row in
      row.with { place, hole in
        switch hole.style {
        case .plain(let width): NumberHole(offset: hole.offset, style: .plain(width: 25 - width))
        case .last(let width): NumberHole(offset: hole.offset, style: .plain(width: 25 - width))
        case .remark: hole
        }
      }
    },
    Fault(testDescription: "behind a label, in wide digits", kinds: [.notTheNumber]) { row in
      row.with { place, hole in NumberHole(offset: hole.offset, style: .remark(label: 1)) }
    },
    Fault(testDescription: "a number of nobody's in another field", kinds: [.looksLikeNumber]) {
      row in
      third(row, "1234-5678-9018")
    },
    Fault(testDescription: "the row twice", kinds: [.otherRows, .notTheNumber]) { row in
      row.with(bytes: row.composed.bytes + row.composed.bytes)
    },
    Fault(testDescription: "a field too many", kinds: [.otherRows]) { row in
      row.with(bytes: row.composed.bytes.dropLast(2) + [0x2C, 0x0D, 0x0A])
    },
    Fault(testDescription: "no row", kinds: [.looksLikeNumber]) { row in
      FilledRow(
        composed: ComposedRow(
          firstSlot: row.composed.firstSlot, bytes: [],
          holes: row.composed.holes.map { NumberHole(offset: 0, style: $0.style) }),
        slots: row.slots, fieldCount: row.fieldCount, shown: row.shown)
    },
  ]

  @Test("and nothing is linked", arguments: Kind.allCases, faults)
  func planted(kind: Kind, fault: Fault) throws {
    let session = try fixture.vault.signIn(kind.user)
    defer { session.close() }
    let error = #expect(throws: ExportError.self) { _ = try write(kind, session, fault.tamper) }
    guard case .readBack(let found)? = error else {
      Issue.record("not caught: \(String(describing: error))")
      return
    }
    #expect(fault.kinds.contains(found.kind))
    guard case .row(let row, _) = found.place else {
      Issue.record("no row is told: \(found.place)")
      return
    }
    #expect(row >= 1 && !"\(found)".contains(/[0-9]{4}/))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    let entries = try session.entries("export")
    #expect(entries.map(\.outcome) == [.failed] && entries.map(\.rule) == ["read-back"])
    #expect(try ExportedFiles(session).list().isEmpty)
  }

  @Test("and a file without one is released", arguments: Kind.allCases)
  func untouched(kind: Kind) throws {
    let session = try fixture.vault.signIn(kind.user)
    defer { session.close() }
    let file = try write(kind, session) { $0 }
    #expect(file.numbers > 0 && FileManager.default.fileExists(atPath: file.path))
  }
}

extension PlantedFaultTests.Kind {
  /// Who holds the keys.
  var user: String { self == .pension || self == .insurance ? "hanako" : "keiko" }
}
