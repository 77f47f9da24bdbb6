import CPageFloor
import Foundation
import Typesetting

/// Measures pages of 75 boxes with a label and a value each against a bare loop over Pango and
/// Cairo that draws the same words.
@main
struct PageBench {
  private static let rounds = 5
  private static let usage = "usage: bench-pages [PAGES] | bench-pages slips [SLIPS]"
  private let pages: Int
  private let words = Words()

  static func main() {
    do {
      let words = CommandLine.arguments.dropFirst()
      if words.first == "slips" {
        guard words.count <= 2, let slips = Int(words.dropFirst().first ?? "10000"),
          (1...100_000).contains(slips)
        else { return print(usage) }
        return try SlipBench(slips: slips).run()
      }
      guard words.count <= 1, let pages = Int(words.first ?? "1000"), (1...100_000).contains(pages)
      else { return print(usage) }
      try PageBench(pages: pages).run()
    } catch {
      print("\(error)")
      exit(70)
    }
  }

  private init(pages: Int) { self.pages = pages }

  /// Each round draws all three, so that a slow spell of the machine meets them all.
  private func run() throws {
    var (floor, plain, template) = ([Double](), [Double](), [Double]())
    for _ in 0..<Self.rounds {
      floor.append(try Self.seconds { try drawOnFloor() })
      plain.append(try Self.seconds { try draw(withTemplate: false) })
      template.append(try Self.seconds { try draw(withTemplate: true) })
    }
    print("pages: \(pages) of 150 texts, \(Self.rounds) rounds; processor time, medians")
    show("floor", floor, floor)
    show("every text set anew", plain, floor)
    show("labels in a template", template, floor)
  }

  private func draw(withTemplate: Bool) throws {
    let fonts = try FontBook()
    let form = try PageTemplate(fonts: fonts, paper: .a4) { (canvas) throws(TypesettingError) in
      try drawForm(canvas)
    }
    var document = try PDFDocument(fonts: fonts, metadata: try DocumentMetadata(title: "bench"))
    var bytes = 0
    for page in 0..<pages {
      if page > 0 { try document.nextPage() }
      if withTemplate { try document.canvas.draw(form) } else { try drawForm(document.canvas) }
      for box in 0..<Words.boxes {
        let style = TextStyle(.mincho, size: 7, smallest: 5)
        let text = words.values[page % Words.variants * Words.boxes + box]
        try document.canvas.draw(text, in: Words.frame(box, line: 12, height: 8), style: style)
      }
      document.drain { bytes += $0.count }
    }
    guard try bytes + document.finish().count > 0 else { throw Empty() }
  }

  private func drawForm(_ canvas: borrowing Canvas) throws(TypesettingError) {
    for box in 0..<Words.boxes {
      try canvas.rectangle(Words.frame(box, line: 0, height: 45))
      try canvas.draw(
        words.labels[box], in: Words.frame(box, line: 2, height: 7),
        style: TextStyle(.gothic, size: 6))
    }
  }

  private func drawOnFloor() throws {
    var labels = unsafe words.labels.map { unsafe strdup($0) }
    var values = unsafe words.values.map { unsafe strdup($0) }
    defer { unsafe (labels + values).forEach { unsafe free($0) } }
    let bytes = unsafe floor_draw_pages(
      Int32(pages), Int32(Words.boxes), Int32(Words.variants), &labels, &values)
    guard bytes > 0 else { throw Empty() }
  }

  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = Foundation.clock()
    try work()
    return Double(Foundation.clock() - start) / Double(CLOCKS_PER_SEC)
  }

  private func show(_ title: String, _ times: [Double], _ floor: [Double]) {
    let time = times.sorted()[times.count / 2]
    let ratio = zip(times, floor).map { $0 / $1 }.sorted()[times.count / 2]
    print("  \(title): \(Int(Double(pages) / time)) a second", String(format: "ratio %.2f", ratio))
  }
}
