import People
import Rules
import Testing

@Suite("The file of a contract")
struct ContractReaderTests {
  private let reader: ContractReader
  static let key = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="
  static let file = """
    id: yamada-sr
    name: 山田社会保険労務士法人
    entruster: root
    purposes: [health-pension, employment-insurance]
    from: 2026-04-01
    until: 2027-03-31
    clauses:
      confidentiality: 2026-03-20
      no-removal: 2026-03-20
      no-other-use: 2026-03-20
      re-entrustment: 2026-03-20
      leak-responsibility: 2026-03-20
      return-or-disposal: 2026-03-20
      staff-supervision: 2026-03-20
      compliance-reports: 2026-03-20
      staff-named: 2026-03-20
      inspection: false
    supervision: {how: 年1回の実地確認, months: 12}
    public_key: \(key)

    """

  init() throws {
    reader = ContractReader(policy: try TestPolicy.policy()) {
      $0 == Self.key ? [UInt8](repeating: 1, count: 32) : nil
    }
  }

  private func mistakes(_ text: String) -> [PolicyMistake] {
    do {
      _ = try reader.contract(Array(text.utf8), named: "c.yaml")
      return []
    } catch {
      return error.mistakes
    }
  }

  @Test("it says who, what, when and by which clauses")
  func reads() throws {
    let contract = try reader.contract(Array(Self.file.utf8), named: "c.yaml")
    #expect(contract.id.text == "yamada-sr" && contract.entruster == nil)
    #expect(contract.purposes.map(\.rawValue) == ["health-pension", "employment-insurance"])
    #expect(contract.until == day("2027-03-31"))
    #expect(contract.clauses.count == 9 && contract.clauses[.inspection] == nil)
    #expect(contract.clauses[.confidentiality] == day("2026-03-20"))
    #expect(contract.publicKey?.count == 32 && contract.supervision.months == 12)
  }

  @Test("a re-entrustment says who permitted it")
  func permission() throws {
    let text = Self.file.replacing("id: yamada-sr", with: "id: suzuki")
      .replacing(
        "entruster: root", with: "entruster: yamada-sr\npermission: {by: root, on: 2026-03-25}")
    let contract = try reader.contract(Array(text.utf8), named: "c.yaml")
    #expect(contract.entruster?.text == "yamada-sr")
    #expect(contract.permission == RootPermission(on: day("2026-03-25")))
    let other = text.replacing("{by: root", with: "{by: yamada-sr")
    #expect(
      try reader.contract(Array(other.utf8), named: "c.yaml").permission?.by?.text == "yamada-sr")
  }

  @Test(
    "each mistake is told with its line",
    arguments: [
      ("id: yamada-sr", "id: 山田", 1, "an id is"), ("id: yamada-sr", "id: root", 1, "an id is"),
      ("name: 山田社会保険労務士法人", "name: ''", 2, "a line of text"),
      ("entruster: root", "entruster: yamada-sr", 3, "nobody entrusts themselves"),
      ("[health-pension, employment", "[sales, employment", 4, "no purpose \"sales\""),
      ("[health-pension, employment-insurance]", "[]", 4, "one purpose"),
      ("[health-pension, ", "[employment-insurance, ", 4, "twice"),
      ("from: 2026-04-01", "from: 2026-04-31", 5, "a date"),
      ("until: 2027-03-31", "until: 2026-03-31", 6, "ends before"),
      ("  no-removal: 2026-03-20\n", "", 8, "no-removal is missing"),
      ("no-removal: 2026-03-20", "no-removal: true", 9, "a date"),
      ("inspection: false", "inspection: false\n  golf: false", 18, "unknown key"),
      (
        "entruster: root", "entruster: root\npermission: {by: root, on: 2026-03-25}", 4,
        "needs no permission"
      ),
      ("entruster: root", "entruster: koh\npermission: {by: root, on: 2026-04-02}", 4, "番号法10条1項"),
      ("months: 12", "months: 0", 18, "a whole number"),
      ("supervision: {how: 年1回の実地確認, months: 12}\n", "", 1, "supervision is missing"),
      ("public_key: AQ", "public_key: BQ", 19, "a public key"),
      ("年1回の実地確認", "番号 1234-5678-9018", 18, "could be a My Number"),
    ])
  func mistake(old: String, new: String, line: Int, says: String) throws {
    let text = Self.file.replacing(old, with: new, maxReplacements: 1)
    try #require(text != Self.file)
    let found = mistakes(text)
    #expect(found.contains { $0.line == line && $0.description.contains(says) }, "\(found)")
  }

  @Test("what is no YAML, or has an alias, is refused")
  func hostile() {
    #expect(!mistakes("").isEmpty)
    #expect(!mistakes("{").isEmpty)
    #expect(!mistakes("- a\n").isEmpty)
    #expect(!mistakes("id: &a x\nname: *a\n").isEmpty)
    #expect(!mistakes(String(repeating: "#", count: 1 << 20)).isEmpty)
  }
}
