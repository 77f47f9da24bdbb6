import CFloor
import Foundation
import MyNumberKit

/// The same work by the product and by the floor.
struct Work {
  let options: Options

  // MARK: The product

  /// Imports everybody, in as many transactions as asked for; files are written outside the timing.
  func collect(_ session: Session) throws -> Figure {
    let files = try starts.map { try PeopleFile.make($0..<end(of: $0)) }
    var added = 0
    let figure = try Figure.measure {
      for file in files {
        added += try PersonImport(session, options: ImportOptions()).run(
          descriptor: file.fileDescriptor, name: "people.csv"
        ).numbers
      }
    }
    for file in files { try file.close() }
    guard added == options.people else { throw BenchError("only \(added) were imported") }
    return figure
  }

  /// Reads everybody's number in durable batches.
  func read(_ session: Session) throws -> Figure {
    let queries = try (0..<options.people).map(Self.query)
    var sum = 0
    var refused = 0
    let figure = try Figure.measure {
      try Gate(session).readEach(queries, refused: { _, _ in refused += 1 }) { _, number in
        sum += number.withDigits { $0.count }
      }
    }
    guard refused == 0, sum == 12 * options.people else {
      throw BenchError("\(refused) reads were refused, \(sum) digits read")
    }
    return figure
  }

  /// Reads one number at a time, each durable by itself.
  func readSingly(_ session: Session) throws -> [Figure] {
    try (0..<options.singles).map { person in
      let query = try Self.query(person)
      return try Figure.measure {
        _ = try Gate(session).read(query) { number in number.withDigits { $0.count } }
      }
    }
  }

  /// Writes the employer file and the payroll file, outside the timing.
  func prepareSlips(_ vault: BenchVault, in folder: String) throws {
    try Employer(vault.collector).set(Array(SlipFile.employer.utf8), designations: nil)
    try SlipFile.write(0..<options.people, to: folder + "/payroll.csv")
  }

  /// Fills everybody's number into a file of slips.
  func export(_ vault: BenchVault, in folder: String) throws -> Figure {
    let out = folder + "/slips"
    try? FileManager.default.removeItem(atPath: out)
    let file = try FileHandle(forReadingFrom: URL(filePath: folder + "/payroll.csv"))
    var wanted = SlipExportOptions(incomeYear: 2025)
    wanted.copies = [.municipality]
    var files: [ExportedFile] = []
    let figure = try Figure.measure {
      files = try SlipExport(vault.reader, options: wanted).run(
        payroll: file.fileDescriptor, into: out)
    }
    try file.close()
    guard files.count == 1, files[0].file.numbers == options.people else {
      throw BenchError("not everybody's number was filled in")
    }
    return figure
  }

  /// Imports everybody, those who left among them, outside any timing.
  func collectLeavers(_ session: Session) throws {
    let file = try PeopleFile.makeLeavers(0..<options.people)
    _ = try PersonImport(session, options: ImportOptions()).run(
      descriptor: file.fileDescriptor, name: "people.csv")
    try file.close()
  }

  /// Destroys what is due, and says how long it took up to the durable commit and how fast both files
  /// were looked through afterwards.
  func purge(_ session: Session) throws -> PurgeFigure {
    var times: [DispatchTime] = [.now()]
    var bytes = 0
    let made = try Purge(session).run(asOf: Timestamp.now().japanDate, acceptPresumed: true) {
      switch $0 {
      case .planned, .destroyed, .scanning: break
      case .scanned(let count): bytes = count
      }
      times.append(.now())
    }
    guard made != nil, times.count == 5 else { throw BenchError("nothing was due") }
    let seconds = zip(times, times.dropFirst()).map {
      Double($1.uptimeNanoseconds - $0.uptimeNanoseconds) / 1e9
    }
    return PurgeFigure(
      planning: seconds[0], destroying: seconds[1], scan: seconds[3], scanned: bytes)
  }

  private static func query(_ person: Int) throws -> NumberQuery {
    NumberQuery(
      code: try PersonCode(PeopleFile.code(person)),
      form: FormCopyID(rawValue: "withholding-slip-municipality"), reason: "2025年分 給与支払報告書",
      incomeYear: 2025)
  }

  // MARK: The floor

  func collectOnFloor() -> Figure {
    Figure.measure {
      for start in starts { floor_collect(Int64(start), Int64(end(of: start) - start)) }
    }
  }

  func readOnFloor() -> Figure {
    Figure.measure {
      for start in stride(from: 0, to: options.people, by: Gate.batchSize) {
        floor_read(Int64(start), Int64(min(Gate.batchSize, options.people - start)))
      }
    }
  }

  func readSinglyOnFloor() -> [Figure] {
    (0..<options.singles).map { person in Figure.measure { floor_read(Int64(person), 1) } }
  }

  func exportOnFloor(in folder: String) throws -> Figure {
    let out = folder + "/floor-slips.csv"
    try? FileManager.default.removeItem(atPath: out)
    var rows: Int64 = 0
    let figure = Figure.measure {
      rows = unsafe floor_export(
        folder + "/payroll.csv", out, Int64(options.people), Int32(SlipFile.payerPlace))
    }
    let (ours, theirs) = try (
      Self.size(folder + "/slips/unified-2025.csv"), Self.size(out)
    )
    guard rows == options.people, ours == theirs else {
      throw BenchError("\(rows) rows; \(ours) bytes are not \(theirs)")
    }
    return figure
  }

  private static func size(_ path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }

  private var starts: [Int] {
    Array(stride(from: 0, to: options.people, by: options.transaction))
  }

  private func end(of start: Int) -> Int { min(start + options.transaction, options.people) }
}
