import People
import Testing

@Suite("Words of the import columns")
struct ColumnTests {
  private func check<Value: ColumnValue>(_ type: Value.Type) {
    var seen: Set<String> = []
    for value in Value.allCases {
      for label in [value.english, value.japanese] + value.labels.aliases {
        #expect(seen.insert(label).inserted, "\(label) has two meanings")
        #expect(Value(label: label) == value)
        #expect(Value(label: "　 \(label.uppercased()) ") == value)
      }
    }
    for text in ["", " ", "?", "nothing", "従業", "1.0"] { #expect(Value(label: text) == nil) }
  }

  @Test("Every word has one meaning and is read in either language")
  func everyColumn() {
    check(PersonKind.self)
    check(Relationship.self)
    check(NoNumberReason.self)
    check(LeaveReason.self)
    check(Sex.self)
    check(VerificationMethod.self)
    check(LifeEventKind.self)
  }

  @Test("The words that the documentation promises")
  func promised() {
    let kinds = [
      "従業員": PersonKind.employee, "役員": .officer, "家族": .family, "支払先": .payee, "事業主": .proprietor,
    ]
    for (word, kind) in kinds { #expect(PersonKind(label: word) == kind) }
    let english = ["employee", "officer", "family", "payee", "proprietor"]
    #expect(PersonKind.allCases.map(\.english) == english)
    let relationships = [
      "本人": Relationship.oneself, "配偶者": .spouse, "子": .child, "父": .father, "母": .mother,
    ]
    for (word, value) in relationships { #expect(Relationship(label: word) == value) }
    #expect(Relationship(label: "self") == .oneself)
    #expect(
      NoNumberReason.allCases.filter(\.isImportable).map(\.english) == [
        "asked", "refused", "none-abroad", "not-yet-issued", "unreachable", "exempt",
      ])
    let methods = ["対面", "郵送", "オンライン", "記録なし", "電話"]
    #expect(VerificationMethod.allCases.map(\.japanese) == methods)
  }

  @Test("Only what was never asked for may not be left blank")
  func blanks() {
    #expect(NoNumberReason.allCases.filter { !$0.mayBeLeftBlank } == [.notAsked])
  }

  @Test("An unregistered spouse is no spouse for income tax")
  func spouses() {
    #expect(Relationship(label: "妻（未届）") == .unregisteredSpouse)
    #expect(Relationship.allCases.filter(\.isSpouse) == [.spouse])
    #expect(Relationship.allCases.filter { $0.defaultKind == .employee } == [.oneself])
  }

  @Test("Yes, no, and neither")
  func flags() {
    for text in ["○", "〇", "◯", "1", "YES", " 有 ", "true"] {
      #expect(ColumnFlag.parse(text) == true)
    }
    for text in ["", "　", "×", "0", "No", "無", "-"] { #expect(ColumnFlag.parse(text) == false) }
    for text in ["2", "?", "△", "○×", "oui"] { #expect(ColumnFlag.parse(text) == nil) }
  }
}
