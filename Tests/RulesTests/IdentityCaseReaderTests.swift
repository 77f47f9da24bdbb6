import JSON
import People
import Rules
import Testing
import Wording

@Suite("A verification case in JSON")
struct IdentityCaseReaderTests {
  static let good = """
    {
      "date": "2026-04-01", "channel": "in-person",
      "person": {"kind": "employee", "residence": "japan"},
      "provider": {"kind": "person"},
      "documents": [
        {"kind": "resident-record"},
        {"kind": "\\u65c5\\u5238", "form": "original", "expiresOn": "2029-05-14"}
      ],
      "facts": {"particulars-agree": true}
    }
    """

  private func mistakes(_ text: String) -> [CaseError.Mistake] {
    do throws(CaseError) {
      _ = try IdentityCase(json: Array(text.utf8))
      return []
    } catch { return error.mistakes }
  }

  @Test("is read with documents by id or by name")
  func good() throws {
    let identity = try IdentityCase(json: Array(Self.good.utf8))
    #expect(identity.date == day("2026-04-01"))
    #expect(identity.documents.map(\.kind) == ["resident-record", "旅券"])
    #expect(identity.documents[1].expiresOn == day("2029-05-14"))
    let answer = try TestPolicy.policy().identity.judge(identity)
    #expect(answer.isAccepted)
    #expect(answer.way == ["resident-record", "photo"])
    #expect(answer.facts == [.particularsAgree])
    #expect(answer.state.record(policy: "ab").isComplete)
  }

  struct Change: Sendable {
    let old: String
    let new: String
    let place: String
  }

  @Test(
    "is refused with the place of the mistake",
    arguments: [
      Change(old: "\"date\": \"2026-04-01\"", new: "\"date\": \"2026/4/1\"", place: "date"),
      Change(old: "\"date\": \"2026-04-01\"", new: "\"date\": 20260401", place: "date"),
      Change(old: "\"date\": \"2026-04-01\", ", new: "", place: "date"),
      Change(old: "in-person", new: "face-to-face", place: "channel"),
      Change(old: "\"kind\": \"employee\"", new: "\"kind\": \"従業員\"", place: "person.kind"),
      Change(old: "\"kind\": \"employee\", ", new: "", place: "person.kind"),
      Change(old: "\"japan\"", new: "\"mars\"", place: "person.residence"),
      Change(
        old: "\"residence\": \"japan\"", new: "\"standing\": [\"tax-dependent\"]",
        place: "person.standing"),
      Change(
        old: "\"residence\": \"japan\"", new: "\"standing\": \"heir\"", place: "person.standing"),
      Change(
        old: "\"residence\": \"japan\"", new: "\"standing\": [\"friend\"]",
        place: "person.standing[0]"),
      Change(old: "{\"kind\": \"person\"}", new: "\"person\"", place: "provider"),
      Change(
        old: "{\"kind\": \"person\"}", new: "{\"kind\": \"person\", \"consentOn\": \"2026-03-01\"}",
        place: "provider.consentOn"),
      Change(old: "{\"kind\": \"resident-record\"}", new: "{}", place: "documents[0].kind"),
      Change(old: "{\"kind\": \"resident-record\"}", new: "7", place: "documents[0]"),
      Change(old: "\"original\"", new: "\"photo\"", place: "documents[1].form"),
      Change(
        old: "resident-record", new: "resident-record 1234-5678-9018", place: "documents[0].kind"),
      Change(
        old: "\"form\": \"original\"", new: "\"of\": \"agent\"", place: "documents[1].of"),
      Change(
        old: "\"form\": \"original\"", new: "\"of\": \"mother\"", place: "documents[1].of"),
      Change(old: "2029-05-14", new: "2029-02-30", place: "documents[1].expiresOn"),
      Change(
        old: "\"form\": \"original\"", new: "\"number\": \"A1234567\"", place: "documents[1]"),
      Change(old: "\"form\": \"original\"", new: "\"image\": \"aGVsbG8=\"", place: "documents[1]"),
      Change(old: "particulars-agree", new: "consent", place: "facts"),
      Change(old: "true", new: "\"true\"", place: "facts.particulars-agree"),
      Change(old: "true", new: "1", place: "facts.particulars-agree"),
      Change(old: "\"facts\"", new: "\"number\"", place: ""),
    ])
  func bad(change: Change) {
    let text = Self.good.replacing(change.old, with: change.new)
    #expect(text != Self.good)
    #expect(mistakes(text).map(\.place) == [change.place])
  }

  @Test("one file does for judging and for recording: a case may say whose it is")
  func oneReading() throws {
    let coded = Self.good.replacing("\"date\":", with: "\"code\": \"0003\", \"date\":")
    let identity = try IdentityCase(json: Array(coded.utf8))
    #expect(try IdentityCase(json: Array(Self.good.utf8)) == identity)
    let statement = try IdentityStatement(json: Array(coded.utf8))
    #expect(statement.code.text == "0003" && statement.identity == identity)
    #expect(statement.saysPerson)
    #expect(identity.isOf(.employee, .none) && !identity.isOf(.officer, .none))
    let bare = coded.replacing("\"kind\": \"employee\", ", with: "")
    #expect(try !IdentityStatement(json: Array(bare.utf8)).saysPerson)
    let abroad = bare.replacing("\"japan\"", with: "\"abroad\"")
    #expect(try IdentityStatement(json: Array(abroad.utf8)).identity.residence == .abroad)
  }

  private static var badStatements: [(String, String)] {
    [
      (Self.good, "code"),
      (Self.good.replacing("\"date\":", with: "\"code\": 3, \"date\":"), "code"),
      (
        Self.good.replacing("\"date\":", with: "\"code\": \"0003\", \"abroad\": true, \"date\":"),
        ""
      ),
      (
        Self.good.replacing("\"date\":", with: "\"code\": \"0003\", \"date\":")
          .replacing("\"kind\": \"employee\"", with: "\"standing\": [\"heir\"]"), "person.kind"
      ),
    ]
  }

  @Test(
    "a statement without a code, or of a standing without a kind, is refused with its place",
    arguments: badStatements)
  func badStatement(text: String, place: String) {
    let error = #expect(throws: CaseError.self) {
      try IdentityStatement(json: Array(text.utf8))
    }
    #expect(error?.mistakes.map(\.place) == [place])
  }

  @Test("names every mistake at once")
  func all() {
    #expect(
      mistakes("{\"date\": 1, \"documents\": [{}, 2]}").map(\.place) == [
        "person", "date", "channel", "provider", "documents[0].kind", "documents[1]",
      ])
  }

  @Test(
    "what is no JSON, too large or no object is refused",
    arguments: ["", "[]", "{", "{\"a\":1,\"a\":2}", "null"])
  func noJSON(text: String) { #expect(mistakes(text).count == 1) }

  @Test("a huge case or one with many documents is refused")
  func huge() {
    #expect(mistakes(String(repeating: " ", count: IdentityCase.byteLimit) + "{}").count == 1)
    let many = String(repeating: "{\"kind\":\"passport\"},", count: IdentityCase.documentLimit)
    let text = Self.good.replacing("{\"kind\": \"resident-record\"},", with: many)
    #expect(mistakes(text).map(\.place) == ["documents"])
  }

  @Test("no mistake repeats what stands there")
  func silent() {
    let text = Self.good.replacing("resident-record", with: "621498320257")
      .replacing("\"in-person\"", with: "\"621498320257\"")
      .replacing("\"facts\"", with: "\"621498320257\"")
    #expect(!mistakes(text).map(\.description).joined().contains("6214"))
  }

  @Test("a number that is proved without its person is only half verified")
  func half() throws {
    let text = Self.good.replacing(
      "\"facts\": {\"particulars-agree\": true}", with: "\"facts\": {}")
    let answer = try TestPolicy.policy().identity.judge(IdentityCase(json: Array(text.utf8)))
    #expect(answer.state.id == "number-proved")
    #expect(
      answer.state.record(policy: "ab")
        == .numberProved(rule: "resident-record", on: day("2026-04-01"), policy: "ab"))
    #expect(answer.way == ["resident-record"])
  }
}
