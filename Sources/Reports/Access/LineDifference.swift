/// Finds the first line of a report that is another than the log gives; a figure is a line.
struct LineDifference {
  private let kind: ReportForm.Kind

  init(_ kind: ReportForm.Kind) { self.kind = kind }

  /// - Parameter count: How many lines come before both.
  func first(
    of right: ArraySlice<UInt8>, _ given: ArraySlice<UInt8>, from count: Int = 0
  ) -> ReportDifference {
    let (right, given) = (Self.lines(of: right), Self.lines(of: given))
    var section: String?
    for place in 0..<max(right.count, given.count) {
      let pair = (
        place < right.count ? right[place] : nil, place < given.count ? given[place] : nil
      )
      if let line = pair.0, pair.0 == pair.1 {
        section = heading(line) ?? section
        continue
      }
      let own = pair.0.flatMap(heading) ?? section
      let name = own.map { " (\($0))" } ?? ""
      let start = Self.start(pair.0 ?? [], pair.1 ?? [])
      return ReportDifference(
        place: "line \(count + place + 1)\(name)",
        log: pair.0.map { Self.text($0.dropFirst(start)) },
        report: pair.1.map { Self.text($0.dropFirst(start)) })
    }
    return ReportDifference(place: "line \(count + 1)", log: nil, report: nil)
  }

  /// What follows the part of the records: from where it begins as it must, else the end of equal
  /// length.
  func end(of rest: ArraySlice<UInt8>, beginningAs after: [UInt8]) -> ArraySlice<UInt8> {
    let heading =
      after.prefix(while: { $0 == 0x0A }) + after.drop { $0 == 0x0A }.prefix { $0 != 0x0A }
    guard !heading.isEmpty, let end = ByteSearch.end(of: Array(heading), in: rest) else {
      return rest.suffix(after.count)
    }
    return rest[(end - heading.count)...]
  }

  /// How many lines end in the first bytes.
  static func lines(_ count: Int, in report: [UInt8]) -> Int {
    report.prefix(count).count { $0 == 0x0A }
  }

  private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  /// From where on two lines are worth showing: a little before they part, at a full character.
  private static func start(_ right: ArraySlice<UInt8>, _ given: ArraySlice<UInt8>) -> Int {
    let common = zip(right, given).prefix { $0 == $1 }.count
    let near = max(0, common - 24)
    return near + right.dropFirst(near).prefix { $0 & 0xC0 == 0x80 }.count
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.prefix(400), as: UTF8.self)
  }

  /// The section that begins with a line, in CSV the one it is of.
  private func heading(_ line: ArraySlice<UInt8>) -> String? {
    let text = Self.text(line)
    switch kind {
    case .csv: return text.split(separator: ",").first.map(String.init)
    case .html:
      guard text.hasPrefix("<section id=\"") else { return nil }
      return text.split(separator: "\"").dropFirst().first.map(String.init)
    case .text, .json:
      let parts = text.split(separator: ". ", maxSplits: 1)
      return parts.count == 2 && Int(parts[0]) != nil ? String(parts[1]) : nil
    }
  }
}
