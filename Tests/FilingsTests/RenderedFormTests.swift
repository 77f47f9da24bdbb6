import People
import TestSupport
import Testing

@testable import Filings

/// Pages rendered to pictures and held against the ruling measured on a picture of the tax office's
/// own form: the same lines at the same places, and no others.
@Suite("The form as a picture")
struct RenderedFormTests {
  /// A line in parts of the frame.
  struct Ruling {
    enum Direction: String { case across, down, slant }
    let direction: Direction
    let from: (x: Double, y: Double)
    let to: (x: Double, y: Double)
  }

  static func rulings() throws -> [Ruling] {
    let bytes = try FileBytes.checkout("Tests/FilingsTests/Official/recipient-2024-ruling.tsv")
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t")
      guard let direction = Ruling.Direction(rawValue: String(cells[0])) else { return nil }
      let n = cells.dropFirst().compactMap { Double($0) }
      return switch direction {
      case .across: Ruling(direction: direction, from: (n[1], n[0]), to: (n[2], n[0]))
      case .down: Ruling(direction: direction, from: (n[0], n[1]), to: (n[0], n[2]))
      case .slant: Ruling(direction: direction, from: (n[0], n[3]), to: (n[1], n[2]))
      }
    }
  }

  /// A picture with the frame of its form, found as the outermost long lines.
  struct Form {
    let picture: Picture
    let turned: Picture
    let left: Int, right: Int, top: Int, bottom: Int

    init(_ picture: Picture) throws {
      self.picture = picture
      turned = picture.turned
      let long = picture.width * 4 / 5
      let rows = (0..<picture.height).filter { !picture.runs(inRow: $0, atLeast: long).isEmpty }
      let tall = picture.height * 4 / 5
      let columns = (0..<turned.height).filter { [turned] in
        !turned.runs(inRow: $0, atLeast: tall).isEmpty
      }
      top = try #require(rows.first)
      bottom = try #require(rows.last)
      left = try #require(columns.first)
      right = try #require(columns.last)
    }

    /// Half a millimetre.
    static let tolerance = 4
    static let resolution = 200

    func x(_ part: Double) -> Int { left + Int((part * Double(right - left)).rounded()) }
    func y(_ part: Double) -> Int { top + Int((part * Double(bottom - top)).rounded()) }

    /// How much of a ruling is there.
    func share(_ ruling: Ruling) -> Double {
      let steps = 200
      let near = -Self.tolerance...Self.tolerance
      let found = (0..<steps).count { step in
        let part = (Double(step) + 0.5) / Double(steps)
        let x = x(ruling.from.x + (ruling.to.x - ruling.from.x) * part)
        let y = y(ruling.from.y + (ruling.to.y - ruling.from.y) * part)
        return near.contains { offset in
          ruling.direction == .down
            ? picture.isDark(x + offset, y) : picture.isDark(x, y + offset)
        }
      }
      return Double(found) / Double(steps)
    }

    func missing(_ rulings: [Ruling]) -> [Ruling] { rulings.filter { share($0) < 0.95 } }

    /// Long lines of the picture that no ruling explains: the place, and from where to where.
    ///
    /// - Parameter band: The heights that are not looked at.
    func unexplained(_ rulings: [Ruling], outside band: ClosedRange<Double>? = nil) -> [String] {
      // The lengths at which the fixture was measured: 40 and 24 pixels of 479 and 610.
      let across = lines(
        picture, (right - left) * 44 / 479, (right - left, left), (bottom - top, top))
      let down = lines(
        turned, (bottom - top) * 28 / 610, (bottom - top, top), (right - left, left))
      return across.filter { line in
        band?.contains(line.place) != true
          && !rulings.contains {
            $0.direction == .across && Self.covers($0.from.y, $0.from.x, $0.to.x, line)
          }
      }.map { "across \($0)" }
        + down.filter { line in
          let isInBand = band.map { $0.overlaps(line.from...line.to) } ?? false
          return !isInBand
            && !rulings.contains {
              $0.direction == .down && Self.covers($0.from.x, $0.from.y, $0.to.y, line)
            }
        }.map { "down \($0)" }
    }

    private func lines(
      _ picture: Picture, _ length: Int, _ along: (size: Int, start: Int),
      _ place: (size: Int, start: Int)
    ) -> [(place: Double, from: Double, to: Double)] {
      (0..<picture.height).flatMap { row in
        picture.runs(inRow: row, atLeast: length).map { run in
          (
            Double(row - place.start) / Double(place.size),
            Double(run.lowerBound - along.start) / Double(along.size),
            Double(run.upperBound - along.start) / Double(along.size)
          )
        }
      }
    }

    private static func covers(
      _ place: Double, _ from: Double, _ to: Double,
      _ line: (place: Double, from: Double, to: Double)
    ) -> Bool {
      let near = 0.006
      return abs(place - line.place) < near && from - near < line.from && line.to < to + near
    }
  }

  private func picture(
    _ arrangement: SheetArrangement, year: Int, sample: String = "payroll-2025.csv"
  ) throws -> Picture {
    let drawn =
      try year == 2024
      ? DrawnCopies(
        Rows.headed((1...2).map { ["社員番号": "000\($0)", "年分": "06"] }), year: 2024,
        cast: Self.two(), arrangement)
      : DrawnCopies.sample(sample, year: year, arrangement)
    return try #require(try Poppler.picture(drawn.pdf, resolution: Form.resolution))
  }

  private static func two() throws -> Cast {
    let cast = Cast()
    for code in ["0001", "0002"] { try cast.add(code, "見本　太郎", born: "1990-03-04") }
    return cast
  }

  @Test("a sheet of 2024 has every line of the official form, and no other")
  func same() throws {
    let form = try Form(picture(.single, year: 2024))
    let rulings = try Self.rulings()
    #expect(rulings.count == 145)
    #expect(form.missing(rulings).map { "\($0)" } == [])
    #expect(form.unexplained(rulings) == [])
    let ratio = Double(form.right - form.left) / Double(form.bottom - form.top)
    #expect(abs(ratio - 479.0 / 610) < 0.01, "the frame has the proportions of the picture")
  }

  @Test("two on an A4 stand side by side, each as the official form")
  func pairs() throws {
    let picture = try picture(.pairs, year: 2024)
    let half = picture.width / 2
    let left = try Form(picture.cut(from: 0, to: half))
    let right = try Form(picture.cut(from: half, to: picture.width))
    let rulings = try Self.rulings()
    for form in [left, right] {
      #expect(form.missing(rulings).map { "\($0)" } == [] && form.unexplained(rulings) == [])
    }
    #expect(abs(left.top - right.top) <= 1 && abs(left.left - right.left) <= 2)
  }

  @Test(
    "a sheet of 2025, alone or one of two, has the lines of 2024 but for two rows",
    arguments: [SheetArrangement.single, .pairs])
  func later(arrangement: SheetArrangement) throws {
    let picture = try picture(arrangement, year: 2025)
    let half = picture.width / 2
    let forms =
      arrangement == .single
      ? [try Form(picture)]
      : [
        try Form(picture.cut(from: 0, to: half)),
        try Form(picture.cut(from: half, to: picture.width)),
      ]
    // The rows 4 and 5 of the official form, in parts of the frame's height.
    let band = 0.2...0.365
    let rulings = try Self.rulings()
    let kept = rulings.filter { !band.contains($0.from.y) && !band.contains($0.to.y) }
    #expect(kept.count > 100)
    for form in forms {
      #expect(form.missing(kept).map { "\($0)" } == [])
      #expect(form.unexplained(rulings, outside: band) == [])
      #expect(form.missing(rulings).count > 5, "the two rows are others")
    }
  }

  @Test("another form, or the same lines elsewhere, is told apart")
  func different() throws {
    let rulings = try Self.rulings()
    let later = try Form(picture(.single, year: 2025))
    #expect(later.missing(rulings).count > 5 && later.unexplained(rulings).count > 5)
    let form = try Form(picture(.single, year: 2024))
    let moved = rulings.map { ruling in
      Ruling(
        direction: ruling.direction, from: (ruling.from.x + 0.02, ruling.from.y + 0.012),
        to: (ruling.to.x + 0.02, ruling.to.y + 0.012))
    }
    #expect(form.missing(moved).count > rulings.count / 2)
    #expect(form.unexplained(Array(rulings.dropFirst(10))).count >= 9)
  }

  @Test("the boxes of numbers are struck out on the employee's copy and open on the municipality's")
  func struckOut() throws {
    let rulings = try Self.rulings()
    let slants = rulings.filter { $0.direction == .slant }
    let own = try Form(picture(.single, year: 2024))
    #expect(slants.count == 13 && own.missing(slants).isEmpty)
    let paper = try Fixture.rules().form(of: .municipality, incomeYear: 2024)
    var sheets = try FormSheets(paper, .single)
    try sheets.begin()
    let pdf = try sheets.finish()
    let form = try Form(#require(try Poppler.picture(pdf, resolution: Form.resolution)))
    // One place is blank on both: it is for nobody's number.
    #expect(form.missing(slants).count == 12)
    #expect(form.missing(rulings.filter { $0.direction != .slant }).map { "\($0)" } == [])
  }
}
