import Rules
import Testing

@Suite("Mappings of columns")
struct MappingTests {
  private static let head = "ja: 試験\nen: test\n"

  /// The default policy with one more mapping.
  private func bundle(_ text: String, as name: String = "test.yaml") throws -> PolicyBundle {
    let file = PolicyBundle.File(
      name: "mappings/" + name, bytes: Array((Self.head + text).utf8))
    return try PolicyBundle(files: try TestPolicy.bundle().files + [file])
  }

  private func mapping(_ text: String) throws -> ColumnMapping {
    try #require(try Policy(bundle: try bundle(text)).mapping("test"))
  }

  @Test("a header is found by its folding key, as a column, a part of one, or nothing")
  func targets() throws {
    let mapping = try mapping(
      """
      columns:
        - column: employee_code
          headers: [社員No, スタッフ番号]
        - column: kana
          joined: [[姓(カナ)], [名(カナ)]]
      ignored: [区分]

      """)
    #expect(mapping.target(ofHeader: "　社員ＮＯ ") == .column(.employeeCode))
    #expect(mapping.target(ofHeader: "ｽﾀｯﾌ番号") == .column(.employeeCode))
    #expect(mapping.target(ofHeader: "名（カナ）") == .part(.kana, 1))
    #expect(mapping.target(ofHeader: "区分") == .ignored)
    #expect(mapping.target(ofHeader: "社員番号") == nil)
  }

  @Test("words are translated by their folding key, each of a list, and others are left")
  func words() throws {
    let mapping = try mapping(
      """
      columns:
        - column: tax_dependent
          headers: [扶養]
          words: {対象: ○, 1: ○, 0: ×}
        - column: identity_documents
          headers: [本人確認書類]
          words: {免許: 運転免許証, パスポート: 旅券}

      """)
    let flag = try #require(mapping.column(.taxDependent))
    #expect(["対象", "１", "0", "99"].map(flag.translated) == ["○", "○", "×", "99"])
    let list = try #require(mapping.column(.identityDocuments))
    #expect(list.translated("免許; パスポート；学生証") == "運転免許証;旅券;学生証")
  }

  @Test("the mappings that come with the policy are sound and rename the number's column alone")
  func shipped() throws {
    let policy = try TestPolicy.policy()
    #expect(policy.mappings.map(\.id) == ["generic", "moneyforward", "smarthr"])
    for mapping in policy.mappings {
      #expect(mapping.note != nil, "\(mapping.id) says where its headers are from")
      let number = mapping.column(.myNumber)
      #expect(number?.fixed == nil && number?.parts.isEmpty != false)
    }
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let place: String
    let says: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ place: String, _ says: String) {
      (self.name, self.text, self.place, self.says) = (name, text, place, says)
    }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      "an unknown column", "columns:\n  - column: salary\n    headers: [給与]\n", "4:13",
      "there is no column \"salary\""),
    Mistake(
      "an unknown key", "columns:\n  - column: name\n    header: [氏名]\n", "5:5",
      "unknown key \"header\""),
    Mistake("an unknown key of the file", "columns: []\nconsent: true\n", "4:1", "unknown key"),
    Mistake("no columns", "ignored: [区分]\n", "1:1", "the key columns is missing"),
    Mistake(
      "a header for two columns",
      "columns:\n  - column: name\n    headers: [名前]\n  - column: alias\n    headers: [名 前]\n",
      "7:15", "stands twice"),
    Mistake(
      "a header that is mapped and ignored",
      "columns:\n  - column: name\n    headers: [名前]\nignored: [名前]\n", "6:11", "stands twice"),
    Mistake(
      "a column that stands twice",
      "columns:\n  - column: name\n    headers: [名前]\n  - column: name\n    headers: [氏]\n",
      "6:13", "the column stands twice"),
    Mistake(
      "a name joined of two columns",
      "columns:\n  - column: name\n    joined: [[姓], [名]]\n", "5:13", "are joined"),
    Mistake(
      "a number joined of two columns",
      "columns:\n  - column: my_number\n    joined: [[番号1], [番号2]]\n", "5:13", "are joined"),
    Mistake(
      "one part", "columns:\n  - column: kana\n    joined: [[セイ]]\n", "5:13", "two parts"),
    Mistake(
      "a part without headers", "columns:\n  - column: kana\n    joined: [[セイ], []]\n", "5:20",
      "a header is expected"),
    Mistake(
      "a number that is given", "columns:\n  - column: my_number\n    fixed: x\n", "5:12",
      "each person's own"),
    Mistake(
      "a number that is translated",
      "columns:\n  - column: my_number\n    headers: [番号]\n    words: {x: y}\n", "6:12",
      "holds no words"),
    Mistake(
      "a code that is given", "columns:\n  - column: employee_code\n    fixed: E1\n", "5:12",
      "each person's own"),
    Mistake(
      "a verification that is given",
      "columns:\n  - column: verification_method\n    fixed: 対面\n", "5:12", "番号法16条"),
    Mistake(
      "a document that is given",
      "columns:\n  - column: number_document\n    fixed: 個人番号カード\n", "5:12", "番号法16条"),
    Mistake(
      "a hiring that is certain for all", "columns:\n  - column: hiring_state\n    fixed: 入社\n",
      "5:12", "番号法14条1項"),
    Mistake(
      "a fixed word that is none", "columns:\n  - column: kind\n    fixed: 客\n", "5:12", "unknown"),
    Mistake(
      "a flag that is none",
      "columns:\n  - column: tax_dependent\n    headers: [扶養]\n    words: {対象: たぶん}\n", "6:17",
      "neither"),
    Mistake(
      "a word translated to none",
      "columns:\n  - column: relationship\n    headers: [関係]\n    words: {妻: 友}\n", "6:16",
      "unknown"),
    Mistake(
      "a purpose that is none", "columns:\n  - column: purposes\n    fixed: 人事評価\n", "5:12",
      "there is no purpose"),
    Mistake(
      "a document that is none",
      "columns:\n  - column: number_document\n    headers: [書類]\n    words: {a: 名刺}\n", "6:16",
      "there is no identity document"),
    Mistake(
      "a word that stands twice",
      "columns:\n  - column: kind\n    headers: [x]\n    words: {Ａ: 従業員, a: 役員}\n", "6:21",
      "stands twice"),
    Mistake(
      "a number for a header",
      "columns:\n  - column: name\n    headers: [\"123456789018\"]\n", "5:15", "番号法20条"),
    Mistake(
      "nothing said of a column", "columns:\n  - column: name\n", "4:5", "is needed"),
    Mistake(
      "no headers", "columns:\n  - column: name\n    headers: []\n", "5:14",
      "a header is expected"),
  ]

  @Test("a mistake is told with file, line and column", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let found = TestPolicy.mistakes(try bundle(mistake.text))
    #expect(
      found.contains {
        $0.description.hasPrefix("mappings/test.yaml:\(mistake.place): ")
          && $0.description.contains(mistake.says)
      }, "found: \(found.map(\.description))")
    #expect(!found.contains { $0.description.contains("123456789018") })
  }

  @Test(
    "a file that no name can call is a mistake",
    arguments: ["Test.yaml", "test.yml", ".yaml", "a/b.yaml", "te_st.yaml"])
  func names(_ name: String) throws {
    let found = TestPolicy.mistakes(try bundle("columns: []\n", as: name))
    #expect(found.map(\.file) == ["mappings/" + name])
  }
}
