import Foundation
import MyNumberKit
import Testing

@testable import Custody
@testable import Filings

@Suite("A file of several batches is read back while it is written", .serialized)
struct ReadBackBatchesTests {
  private let fixture: FilingFixture

  init() throws { fixture = try FilingFixture() }

  /// How many rows of 0001, each of three numbers, pass the gate together.
  private static var batch: Int { Gate.batchSize / 3 }
  /// A batch, another, and a few more.
  private static var rows: Int { 2 * batch + 30 }

  /// Writes the slip of 0001 again and again, with a writer that was tampered with.
  private func write(
    _ session: Session, rows count: Int, _ tamper: (Int, FilledRow) -> FilledRow = { $1 }
  ) throws -> WrittenFile {
    let payroll = try PrivateRead(VaultFixture.repository + "/Samples/payroll-2025-unified.csv")
    let export = SlipExport(session, options: try FilingFixture.options())
    let file = try export.read(payroll.descriptor, try export.rules())
    let plan = try export.makePlans(file, try export.rules())[0]
    var rows: [FilledRow] = []
    try export.run([plan], file) { (_, finding) throws(ExportError) in
      if case .slip(let row) = finding { rows.append(FilledRow(row, of: plan)) }
    }
    let row = try #require(rows.first)
    #expect(rows.count == 1 && row.slots.count == 3)
    try ExportWriting.makeFolder(fixture.slips)
    let writing = try ExportWriting(plan.fileName, for: plan.form, in: fixture.slips, session)
    var filling = NumberFilling(
      NumberForesight(session), session, RecordComposer(plan: plan), ReadBack(plan: plan), writing,
      named: plan.fileName, in: fixture.slips, for: plan.form)
    for place in 0..<count {
      try filling.take(tamper(place, row.again(firstSlot: place * row.slots.count)))
    }
    return try filling.finish(incomeYear: 2025)
  }

  /// What looks like a number, in place of the first field.
  private static func faulty(_ row: FilledRow) -> FilledRow {
    let added = Array("1234-5678-9018".utf8)
    return row.with(bytes: added + row.composed.bytes) { _, hole in
      NumberHole(offset: hole.offset + added.count, style: hole.style)
    }
  }

  private func expectNothingReleased(_ session: Session, notes: [String?]) throws {
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.slips) == [])
    let entries = try session.entries("export")
    #expect(entries.map(\.outcome) == notes.map { _ in .failed } && entries.map(\.rule) == notes)
    #expect(try ExportedFiles(session).list().isEmpty)
  }

  @Test("what was written as it was meant is released", arguments: [0, 1, batch, rows])
  func untouched(count: Int) throws {
    let session = try fixture.vault.signIn("keiko")
    defer { session.close() }
    let file = try write(session, rows: count)
    #expect(file.rows == count && file.numbers == 3 * count)
    let bytes = try Data(contentsOf: URL(filePath: file.path))
    #expect(bytes.count == file.bytes && bytes.count { $0 == 0x0A } == count)
  }

  @Test(
    "a fault in any of them stops the release, and its row is told",
    arguments: [0, batch - 1, batch, 2 * batch - 1, 2 * batch, rows - 1])
  func planted(place: Int) throws {
    let session = try fixture.vault.signIn("keiko")
    defer { session.close() }
    let error = #expect(throws: ExportError.self) {
      _ = try write(session, rows: Self.rows) { $0 == place ? Self.faulty($1) : $1 }
    }
    guard case .readBack(let fault)? = error else {
      Issue.record("not caught: \(String(describing: error))")
      return
    }
    #expect(fault == ReadBackFault(.row(place + 1, field: 1), .looksLikeNumber))
    try expectNothingReleased(session, notes: ["read-back"])
  }

  @Test("of two faults in different batches the first is told")
  func two() throws {
    let session = try fixture.vault.signIn("keiko")
    defer { session.close() }
    let places = [7, Self.batch + 3]
    let error = #expect(throws: ExportError.self) {
      _ = try write(session, rows: Self.rows) { places.contains($0) ? Self.faulty($1) : $1 }
    }
    guard case .readBack(let fault)? = error else {
      Issue.record("not caught: \(String(describing: error))")
      return
    }
    #expect(fault.place == .row(8, field: 1))
    try expectNothingReleased(session, notes: ["read-back"])
  }

  @Test("a fault comes before what the gate says of the next batch", arguments: [true, false])
  func order(isFaulty: Bool) throws {
    let session = try fixture.vault.signIn("keiko")
    defer { session.close() }
    let stranger = try PersonCode("nobody")
    let error = #expect(throws: ExportError.self) {
      _ = try write(session, rows: Self.rows) { place, row in
        if place == Self.batch + 1 { return row.asking(for: stranger) }
        return place == 3 && isFaulty ? Self.faulty(row) : row
      }
    }
    switch error {
    case .readBack(let fault)? where isFaulty: #expect(fault.place == .row(4, field: 1))
    case .custody(let error)? where !isFaulty:
      guard case .notFound = error.code else {
        Issue.record("another error: \(error)")
        return
      }
    default: Issue.record("not told: \(String(describing: error))")
    }
    try expectNothingReleased(session, notes: isFaulty ? ["read-back"] : [])
  }
}

extension FilledRow {
  /// The same row at another place of a file.
  fileprivate func again(firstSlot: Int) -> FilledRow {
    FilledRow(
      composed: ComposedRow(
        firstSlot: firstSlot, bytes: composed.bytes, holes: composed.holes),
      slots: slots, fieldCount: fieldCount, shown: shown)
  }

  /// The same row with the numbers of somebody else.
  fileprivate func asking(for person: PersonCode) -> FilledRow {
    FilledRow(
      composed: composed,
      slots: slots.map { slot in
        Slot(
          field: slot.field, isRemark: slot.isRemark,
          query: slot.query.map {
            NumberQuery(
              code: person, form: $0.form, reason: $0.reason, incomeYear: $0.incomeYear)
          })
      },
      fieldCount: fieldCount, shown: shown)
  }
}
