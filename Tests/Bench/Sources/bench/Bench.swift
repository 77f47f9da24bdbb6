import CFloor
import Foundation
import MyNumberKit

/// Measures the product against the least that its promises cost, in one process.
@main
struct Bench {
  let options: Options
  let folder: String
  let report: Report
  private var collected: [Figure] = []
  private var read: [Figure] = []
  private var singles: [Figure] = []
  private var floorCollected: [Figure] = []
  private var floorRead: [Figure] = []
  private var floorSingles: [Figure] = []
  private var exported: [Figure] = []
  private var floorExported: [Figure] = []

  static func main() {
    do {
      var bench = try Bench(Options(Array(CommandLine.arguments.dropFirst())))
      defer { bench.removeFolder() }
      try bench.run()
    } catch {
      print("\(error)".prefix(1000))
      exit(70)
    }
  }

  private init(_ options: Options) throws {
    self.options = options
    report = Report(options: options)
    folder = FileManager.default.currentDirectoryPath + "/.build/bench-\(getpid())"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  private func removeFolder() { try? FileManager.default.removeItem(atPath: folder) }

  private mutating func run() throws {
    showHeading()
    try BenchVault.makeMaster(folder + "/master.vault", policies: try Self.policies())
    if options.task == .verify { return try verify() }
    for round in 0..<options.rounds { try runRound(round) }
    switch options.task {
    case .purge, .verify: return
    case .slips: return report.show("slips", product: exported, floor: floorExported)
    case .bulk, .small, .memory: break
    }
    report.show("import", product: collected, floor: floorCollected)
    report.show("bulk read", product: read, floor: floorRead)
    report.showSingles("single durable read", singles)
    report.showSingles("  floor", floorSingles)
  }

  private mutating func runRound(_ round: Int) throws {
    let (ours, floors) = (folder + "/ours-\(round).vault", folder + "/floor-\(round).vault")
    let vault = try BenchVault(copying: folder + "/master.vault", to: ours)
    if options.task == .slips { return try exportSlips(vault, ours, floors) }
    if options.task == .purge { return try purge(vault, ours, floors) }
    if options.hasFloor { try vault.copy(to: floors) }
    if round == 0 { report.showMemory("after sign-in (scrypt alone takes 128 MiB)") }
    try runProduct(vault)
    vault.close()
    if round == 0 { report.showMemory("after the product's work") }
    if options.hasFloor { runFloor(floors, learningFrom: ours) }
    try? FileManager.default.removeItem(atPath: ours)
    try? FileManager.default.removeItem(atPath: floors)
  }

  private mutating func runProduct(_ vault: BenchVault) throws {
    let work = Work(options: options)
    collected.append(try work.collect(vault.collector))
    guard options.task != .memory else { return }
    read.append(try work.read(vault.reader))
    singles += try work.readSingly(vault.reader)
  }

  /// Both sides begin with the same vault, people and payroll file; the floor reads what it sealed.
  private mutating func exportSlips(_ vault: BenchVault, _ ours: String, _ floors: String) throws {
    let work = Work(options: options)
    let between = ours + ".between"
    try work.prepareSlips(vault, in: folder)
    try vault.copy(to: floors)
    _ = try work.collect(vault.collector)
    try vault.copy(to: between)
    exported.append(try work.export(vault, in: folder))
    report.showMemory("after the product's work")
    vault.close()
    if options.hasFloor {
      try exportOnFloor(floors, learningFrom: ours, before: between)
    }
    for path in [ours, floors, between] { try? FileManager.default.removeItem(atPath: path) }
  }

  private mutating func exportOnFloor(
    _ copy: String, learningFrom ours: String, before between: String
  ) throws {
    let work = Work(options: options)
    let (learned, own) = (BenchVault.files(ours), BenchVault.files(copy))
    unsafe floor_learn(learned.records, learned.keys)
    unsafe floor_learn_before(BenchVault.files(between).records)
    unsafe floor_open(own.records, own.keys)
    _ = work.collectOnFloor()
    floorExported.append(try work.exportOnFloor(in: folder))
    floor_close()
  }

  /// The floor takes the lengths of its rows from what the product wrote.
  private mutating func runFloor(_ copy: String, learningFrom ours: String) {
    let work = Work(options: options)
    let (learned, own) = (BenchVault.files(ours), BenchVault.files(copy))
    unsafe floor_learn(learned.records, learned.keys)
    unsafe floor_open(own.records, own.keys)
    floorCollected.append(work.collectOnFloor())
    floorRead.append(work.readOnFloor())
    floorSingles += work.readSinglyOnFloor()
    floor_close()
  }

  /// The floor deletes the rows that the product overwrote, out of a copy of the vault as it was.
  private func purge(_ vault: BenchVault, _ ours: String, _ floors: String) throws {
    let work = Work(options: options)
    try work.collectLeavers(vault.collector)
    try vault.copy(to: floors)
    let done = try work.purge(try vault.administrator())
    vault.close()
    let (learned, own) = (BenchVault.files(ours), BenchVault.files(floors))
    let rows = unsafe floor_learn_purge(learned.records, learned.keys)
    unsafe floor_open(own.records, own.keys)
    var deleted: Int64 = 0
    let floor = Figure.measure { deleted = floor_delete() }
    floor_close()
    report.showPurge(
      done, floor: floor.seconds, rows: rows, deleted: deleted,
      people: (options.people + PeopleFile.leaverShare - 1) / PeopleFile.leaverShare)
    report.showMemory("after the product's work")
    for path in [ours, floors] { try? FileManager.default.removeItem(atPath: path) }
  }

  /// The floor hashes the same entries and the nodes above them.
  private func verify() throws {
    let vault = try BenchVault(copying: folder + "/master.vault", to: folder + "/ours.vault")
    let work = Work(options: options)
    _ = try work.collect(vault.collector)
    _ = try work.read(vault.reader)
    let log = LogFile(path: folder + "/log.jsonl")
    let id = vault.collector.vault.id
    let entries = try log.export(vault.collector.vault)
    report.showMemory("before verifying and reporting")
    let page = LogReport(vault: vault.collector.vault)
    var bytes = 0
    let made = try Figure.measure { bytes = try page.page() }
    report.showPage(entries, bytes: bytes, made)
    report.showMemory("after reporting")
    vault.close()
    var (ours, floors): ([Figure], [Figure]) = ([], [])
    for _ in 0..<options.rounds {
      ours.append(
        try Figure.measure {
          guard try log.verify(id).entries == entries else { throw BenchError("entries") }
        })
      floors.append(
        try Figure.measure { () throws in
          guard unsafe floor_hash_log(log.path) == entries else { throw BenchError("entries") }
        })
    }
    report.showVerification(entries, ours, floors)
    report.showMemory("after verifying")
  }

  private func showHeading() {
    print(
      """
      \(options.task.rawValue): \(options.people) people, \(options.transaction) a transaction, \
      \(options.rounds) rounds; medians
      Calls are counted by functions that stand in front of OpenSSL's, SQLite's and the C \
      library's for both sides. Signing in is outside the timing.
      """)
  }

  /// The policy of the repository in or above the current folder.
  private static func policies() throws -> String {
    var folder = URL(filePath: FileManager.default.currentDirectoryPath)
    while folder.path != "/" {
      let found = folder.path + "/Policies"
      if FileManager.default.fileExists(atPath: found + "/purposes.yaml") { return found }
      folder = folder.deletingLastPathComponent()
    }
    throw BenchError("run it inside the repository: there is no Policies folder here or above")
  }
}
