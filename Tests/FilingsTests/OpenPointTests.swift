import Filings
import Rules
import TestSupport
import Testing

/// What the sources leave open, held against the trust marks of the tables by a reader of the
/// test's own.
@Suite("Open points of the layouts")
struct OpenPointTests {
  /// A table as it stands in the file.
  struct Table {
    /// The source of each field, figure and property.
    var sources: [String: String] = [:]
    var properties: Set<String> = []
    /// What each question is about.
    var subjects: [String: Set<String>] = [:]
    var described: Set<String> = []
    var texts: [String: String] = [:]
  }

  static let records = [
    "375-2020", "375-2025", "unified-2020", "unified-2025", "316-2025", "309-2016",
  ]
  static let notices = [
    "pension-notices-2026", "employment-insurance-acquisition-05", "employment-insurance-loss-03",
  ]
  static let others = [
    "recipient-2024", "recipient-2025", "municipality-2024", "municipality-2025",
    "summary-municipality", "summary-tax-office",
  ]

  private func table(_ name: String) throws -> Table {
    let bytes = try FileBytes.checkout("Policies/layouts/\(name).tsv")
    var table = Table()
    var (record, place) = ("", -1)
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch cells[0] {
      case "record": record = Self.notices.contains(name) ? "\(cells[1]):" : ""
      case "no": place = try #require(cells.firstIndex(of: "source"))
      case "source": table.described.insert(cells[1])
      case "property":
        table.properties.insert(cells[1])
        table.sources[cells[1]] = cells[2]
      case "figure": table.sources[cells[1]] = cells[6]
      case "question":
        table.subjects[cells[1]] = Self.expanded(cells[3])
        table.texts[cells[1]] = cells[4]
      default: if Int(cells[0]) != nil { table.sources[record + cells[0]] = cells[place] }
      }
    }
    return table
  }

  /// Each of the subjects with commas between, ranges of fields one by one.
  private static func expanded(_ text: String) -> Set<String> {
    var found: Set<String> = []
    for part in text.split(separator: ",").map(String.init) {
      let match = part.wholeMatch(of: /([0-9a-z]+:)?([0-9]+)-([0-9]+)/)
      guard let match, let first = Int(match.2), let last = Int(match.3) else {
        found.insert(part)
        continue
      }
      for number in first...last { found.insert("\(match.1 ?? "")\(number)") }
    }
    return found
  }

  @Test("what no office's text tells has a question", arguments: records + notices + others)
  func asked(name: String) throws {
    let table = try table(name)
    let subjects = table.subjects.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    for (subject, source) in table.sources {
      #expect(table.described.contains(source), "\(subject)")
      let mark = source.prefix { $0 != ":" }
      #expect(["P", "S", "3", "M", "D"].contains(mark), "\(subject)")
      guard !["P", "S"].contains(mark) else { continue }
      #expect(subjects.contains(subject) || subjects.contains("all"), "\(subject)")
    }
  }

  @Test("every question is about something of its table", arguments: records + notices + others)
  func founded(name: String) throws {
    let table = try table(name)
    for (question, subjects) in table.subjects {
      #expect(!subjects.isEmpty)
      for subject in subjects where subject != "all" {
        #expect(table.sources[subject] != nil, "\(question): \(subject)")
      }
    }
  }

  @Test("each record says how its lines end, of quotes, encoding, widths and years")
  func properties() throws {
    let common: Set = ["line-end", "encoding", "number-width"]
    for name in Self.records {
      let found = try table(name).properties
      #expect(found.isSuperset(of: common.union(["quoting", "years"])), "\(name)")
    }
    for name in Self.notices { #expect(try table(name).properties.isSuperset(of: common)) }
  }

  @Test(
    "the points that the fact base leaves open are asked about",
    arguments: [
      ("unified-2025", "line-end"), ("unified-2025", "encoding"), ("unified-2025", "132"),
      ("unified-2025", "133"), ("unified-2025", "134"), ("unified-2025", "137"),
      ("unified-2025", "139"), ("unified-2025", "140"), ("unified-2025", "138"),
      ("unified-2025", "10"), ("unified-2025", "95"), ("unified-2025", "119"),
      ("unified-2025", "147"), ("unified-2025", "146"), ("unified-2025", "retirement-family"),
      ("unified-2020", "years"), ("unified-2020", "residence-codes"), ("375-2025", "final-field"),
      ("375-2025", "line-end"), ("375-2025", "quoting"), ("375-2025", "voiding"),
      ("375-2025", "years"), ("375-2020", "years"), ("316-2025", "36"), ("316-2025", "39"),
      ("316-2025", "final-field"), ("309-2016", "final-field"), ("309-2016", "range"),
      ("pension-notices-2026", "2200700:11"), ("pension-notices-2026", "2200700:12"),
      ("employment-insurance-acquisition-05", "10101:3"),
      ("employment-insurance-loss-03", "10191:14"), ("recipient-2025", "boxes"),
      ("municipality-2025", "boxes"), ("summary-tax-office", "1-deferred-people"),
    ])
  func known(name: String, subject: String) throws {
    #expect(try table(name).subjects.values.contains { $0.contains(subject) })
  }

  @Test("a question that both records of a slip ask has one wording")
  func wording() throws {
    for (first, second) in [("375-2020", "unified-2020"), ("375-2025", "unified-2025")] {
      let (one, other) = (try table(first).texts, try table(second).texts)
      for (id, text) in one where other[id] != nil { #expect(other[id] == text, "\(id)") }
    }
  }

  @Test("all of them reach who files: the layout has each question of its file")
  func printed() throws {
    for layout in try Fixture.rules().layouts {
      let asked = layout.questions(forIncomeYear: 2026).map(\.id)
      #expect(Set(asked) == Set(try table(layout.name).texts.keys), "\(layout.name)")
    }
  }

  @Test(
    "a table that does not ask, or asks about nothing, is refused",
    arguments: [
      ("2016\tline-end\t", "2016\t136\t"), ("2016\tfinal-field\t", "2016\tnowhere\t"),
      ("source\tD:assumed", "source\tD:other"), ("\t2016\tquoting\t", "\t2016\t\t"),
      ("\t2016\tquoting\t", "\tsoon\tquoting\t"), ("\t2016\tquoting\t", "\t2016\t9-2\t"),
      ("property\tvoiding", "property\tquoting"), ("hikari-disc-375\t0/1\n14", "other\t0/1\n14"),
      ("P:hikari-disc-375\t\n2\t", "3:somebody\t\n2\t"),
    ])
  func refused(old: String, new: String) throws {
    let policy = try Fixture.policy()
    let bytes = try #require(policy.file("layouts/375-2025.tsv"))
    let text = String(decoding: bytes, as: UTF8.self)
    let changed = text.replacing(old, with: new)
    #expect(changed != text)
    let files = policy.bundle.files.map { file in
      file.name == "layouts/375-2025.tsv"
        ? PolicyBundle.File(name: file.name, bytes: Array(changed.utf8)) : file
    }
    #expect(throws: FilingError.self) {
      _ = try FilingRules(range: policy.filingRange, files: files)
    }
  }
}
