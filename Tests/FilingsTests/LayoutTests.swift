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
      let covering = rules.layouts.filter { $0.record == record && $0.covers(year) }
      #expect(covering.count == 1)
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
      _ = try FilingRules(range: range) { _ in Array(table.utf8) }
    }
  }

  static let head = """
    layout\tx\nrecord\t375\nfrom\t2020\nnumber-width\t13
    no\titem\tname\twidth\tclass\trequired\tdefault\tforbidden\tnumber\tsource

    """
}
