import Filings
import Rules
import Testing

@Suite("Layout tables")
struct LayoutTests {
  @Test("the tables have the official numbers of fields")
  func counts() throws {
    let layouts = try Fixture.rules().layouts
    #expect(
      Dictionary(uniqueKeysWithValues: layouts.map { ($0.name, $0.fields.count) }) == [
        "375-2020": 132, "375-2025": 135, "unified-2020": 144, "unified-2025": 147,
      ])
  }

  @Test("a year has one layout of a record, or none", arguments: ["375", "315"])
  func years(record: String) throws {
    let rules = try Fixture.rules()
    for year in 2020...2026 {
      let layout = try rules.layout(of: record, incomeYear: year)
      #expect(layout.fromYear == (year < 2025 ? 2020 : 2025))
    }
    #expect(throws: FilingError.noLayout(record: record, incomeYear: 2019)) {
      _ = try rules.layout(of: record, incomeYear: 2019)
    }
  }

  @Test("the same item has the same name in both records, but for what the unified CSV renames")
  func names() throws {
    let layouts = try Fixture.rules().layouts
    let tax = try #require(layouts.first { $0.name == "375-2025" })
    let unified = try #require(layouts.first { $0.name == "unified-2025" })
    for field in tax.fields where field.number != 128 {
      #expect(unified[field.item] != nil, "\(field.name)")
    }
    #expect(unified[RecordItem(129)]?.number == 141)
  }

  @Test(
    "a table that is not one is refused with its line",
    arguments: [
      "", "layout\tx\nrecord\t375\nfrom\tx\n", "unknown\tx\n",
      head + "2\t1\tx\t3\tdigits\t\t\t\t\tP\n", head + "1\t1\tx\tw\tdigits\t\t\t\t\tP\n",
      head + "1\t1\tx\t3\tkanji\t\t\t\t\tP\n", head + "1\t1\tx\t3\tdigits\t\t\t\tcousin\tP\n",
      head + "1\t1\tx\t3\n", head + "1\t1\tx\t3\tdigits\t\t00@9\t\t\tP\n",
    ])
  func malformed(table: String) throws {
    let range = try Fixture.policy().filingRange
    #expect(throws: FilingError.self) {
      _ = try FilingRules(
        range: range, files: Self.files(with: "layouts/375-2025.tsv", Array(table.utf8)))
    }
  }

  /// The files of the policy with one in another's place, or added.
  private static func files(
    with name: String, _ bytes: [UInt8]
  ) throws -> [PolicyBundle.File] {
    try Fixture.policy().bundle.files.filter { $0.name != name }
      + [PolicyBundle.File(name: name, bytes: bytes)]
  }

  @Test("the layout of a new year is one more file: nothing else changes")
  func newYear() throws {
    let policy = try Fixture.policy()
    let known = try #require(policy.file("layouts/unified-2025.tsv"))
    let text =
      String(decoding: known, as: UTF8.self)
      .replacing("unified-2025", with: "unified-2026")
      .replacing("from\t2025", with: "from\t2026")
      .replacing("verified-until\t2025", with: "verified-until\t2026")
      .replacing(",141-146\t", with: ",141-146,148\t")
      + "148\t148\t新設の項目\t1\tdigits\t\t\t\t\t3:osync-r7\t\n"
    let rules = try FilingRules(
      range: policy.filingRange,
      files: Self.files(with: "layouts/unified-2026.tsv", Array(text.utf8)))
    #expect(try rules.layout(of: "315", incomeYear: 2025).name == "unified-2025")
    #expect(try rules.layout(of: "315", incomeYear: 2026).fields.count == 148)
    #expect(try rules.layout(of: "375", incomeYear: 2026).name == "375-2025")
  }

  @Test("two layouts of a record from the same year, and none of it, are mistakes of the policy")
  func ambiguous() throws {
    let policy = try Fixture.policy()
    let known = try #require(policy.file("layouts/unified-2025.tsv"))
    #expect(throws: FilingError.self) {
      _ = try FilingRules(
        range: policy.filingRange, files: Self.files(with: "layouts/unified-again.tsv", known))
    }
    #expect(throws: FilingError.self) {
      _ = try FilingRules(
        range: policy.filingRange,
        files: policy.bundle.files.filter { !$0.name.hasPrefix("layouts/375-") })
    }
  }

  static let head = """
    layout\tx\nrecord\t375\nfrom\t2020\nnumber-width\t13\nsource\tP\tx
    no\titem\tname\twidth\tclass\trequired\tdefault\tforbidden\tnumber\tsource

    """
}
