import CPageFloor
import Foundation
import MyNumberKit

/// Measures employees' own copies of slips against a bare loop over Pango and Cairo that draws the
/// same strings at the same places on the same form, recorded once as ours is.
struct SlipBench {
  let slips: Int
  private static let rounds = 3
  private let root = URL(filePath: #filePath).pathComponents.dropLast(5).joined(separator: "/")
    .dropFirst()

  /// What stands on a slip beside the code: the column of the payroll file, the value there, the
  /// item of the form and the value as written.
  private static let values = [
    ("支払を受ける者－氏名", "見本　太郎", "14", "見本　太郎"), ("支払を受ける者－フリガナ", "ミホン　タロウ", "132", "ミホン　タロウ"),
    ("支払を受ける者－住所又は居所", "東京都千代田区見本町１－２－３", "12", "東京都千代田区見本町１－２－３"),
    ("種別", "給料・賞与", "16", "給料・賞与"), ("支払金額", "6000000", "17", "6,000,000"),
    ("#19", "4360000", "19", "4,360,000"), ("#20", "1500000", "20", "1,500,000"),
    ("源泉徴収税額", "123400", "21", "123,400"), ("#36", "712345", "36", "712,345"),
    ("#38", "80001", "38", "80,001"), ("#39", "30002", "39", "30,002"),
    ("#87", "87013", "87", "87,013"), ("#89", "89015", "89", "89,015"),
    ("#129", "580018", "129", "580,018"), ("#44", "4", "44", "平成"), ("#45", "02", "45", "2"),
    ("#46", "03", "46", "3"), ("#47", "04", "47", "4"), ("摘要", "見本の摘要", "86", "見本の摘要"),
  ]
  private static let fixed = [
    ("11", "令和7年分"), ("4", "東京都千代田区丸の内１－１－１"), ("5", "サンプル食品（株）"), ("6", "03-0000-0000"),
  ]

  func run() throws {
    let file = try payrollFile()
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forReadingFrom: file)
    let bundle = try PolicyBundle(directory: "/\(root)/Policies")
    let rules = try FilingRules(policy: Policy(bundle: bundle))
    let payroll = try PayrollFile(fileDescriptor: handle.fileDescriptor, rules: rules)
    let plan = try SlipPlan(
      SlipRequest(incomeYear: 2025, copy: .recipient), payroll: payroll, employer: try employer(),
      rules: rules)
    let directory = try BenchDirectory()
    // Before the floor has all its strings in memory.
    _ = try draw(plan, payroll, directory)
    let peak = try Self.peak()
    let texts = try floorTexts()
    defer { unsafe texts.all.forEach { unsafe free(UnsafeMutablePointer(mutating: $0.text)) } }
    var (floor, drawn, whole) = ([Double](), [Double](), [Double]())
    for _ in 0..<Self.rounds {
      floor.append(try Self.seconds { try drawFloor(texts) })
      var spent = 0.0
      whole.append(
        try Self.seconds { spent = try draw(plan, payroll, directory) })
      drawn.append(spent)
    }
    print("slips: \(slips) of 24 values, \(Self.rounds) rounds; processor time, medians")
    show("floor", floor, floor)
    show("drawn", drawn, floor)
    show("read, checked and drawn", whole, floor)
    print("  memory of the product at most: \(peak)")
  }

  /// Draws all; gives the seconds spent in drawing alone.
  private func draw(
    _ plan: SlipPlan, _ payroll: PayrollFile, _ directory: BenchDirectory
  ) throws -> Double {
    var sheets = try RecipientSheets(plan, .single)
    var (bytes, copies, spent) = (0, 0, 0.0)
    try SlipReading([plan], of: payroll, directory: directory).run(failure: { $0 }) {
      (_, finding) throws(FilingError) in
      guard case .recipient(let slip) = finding else { return }
      let start = Foundation.clock()
      copies += try sheets.add(slip).isEmpty ? 1 : 0
      sheets.drain { bytes += $0.count }
      spent += Double(Foundation.clock() - start) / Double(CLOCKS_PER_SEC)
    }
    guard try bytes + sheets.finish().count > 0, copies == slips else { throw Empty() }
    return spent
  }

  private func payrollFile() throws -> URL {
    var text = (["社員番号", "年末調整", "税額表区分"] + Self.values.map(\.0)).joined(separator: ",") + "\n"
    for slip in 0..<slips {
      text += ([Self.code(slip), "済", "甲"] + Self.values.map(\.1)).joined(separator: ",") + "\n"
    }
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".csv")
    try Data(text.utf8).write(to: file)
    return file
  }

  private static func code(_ slip: Int) -> String { String(format: "%06d", slip) }

  private func employer() throws -> FilingEmployer {
    FilingEmployer(
      payer: .corporation(try CorporateNumber("5835678256246")), filingName: "サンプル食品（株）",
      address: "東京都千代田区丸の内１－１－１", telephone: "03-0000-0000")
  }

  @safe private struct FloorTexts {
    let form: FormTable
    var labels: [floor_text] = unsafe []
    var values: [floor_text] = unsafe []
    var all: [floor_text] { unsafe labels + values }
  }

  private func floorTexts() throws -> FloorTexts {
    let form = try FormTable("/\(root)/Policies/layouts/recipient-2025.tsv")
    var texts = unsafe FloorTexts(form: form)
    func text(_ frame: floor_text, _ words: String) -> floor_text {
      var made = unsafe frame
      unsafe made.text = unsafe UnsafePointer(strdup(words))
      return unsafe made
    }
    unsafe form.labels.forEach { label in
      unsafe texts.labels.append(text(label.frame, label.text))
    }
    let known = Self.values.map { ($0.2, $0.3) } + Self.fixed
    for slip in 0..<slips {
      for (item, words) in known + [("u138", Self.code(slip))] {
        guard let frame = unsafe form.boxes[item] else { throw Empty() }
        unsafe texts.values.append(text(frame, words))
      }
    }
    return texts
  }

  private func drawFloor(_ texts: FloorTexts) throws {
    let form = texts.form
    let bytes = unsafe floor_draw_slips(
      Int32(slips), form.size.width, form.size.height, Int32(form.lines.count), form.lines,
      Int32(texts.labels.count), texts.labels, Int32(texts.values.count / slips), texts.values)
    guard bytes > 0 else { throw Empty() }
  }

  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = Foundation.clock()
    try work()
    return Double(Foundation.clock() - start) / Double(CLOCKS_PER_SEC)
  }

  private static func peak() throws -> String {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    return status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }.map(String.init) ?? "?"
  }

  private func show(_ title: String, _ times: [Double], _ floor: [Double]) {
    let time = times.sorted()[times.count / 2]
    let ratio = zip(times, floor).map { $0 / $1 }.sorted()[times.count / 2]
    print("  \(title): \(Int(Double(slips) / time)) a second", String(format: "ratio %.2f", ratio))
  }
}
