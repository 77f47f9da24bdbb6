import Foundation
import MyNumberKit
import Testing

@testable import Custody

@Suite("Importing what other software wrote")
struct MappedImportTests {
  private static let mapping = """
    ja: 試験
    en: test
    columns:
      - column: employee_code
        headers: [スタッフ]
      - column: family_name
        headers: [名字]
      - column: given_name
        headers: [名前]
      - column: kana
        joined: [[セイ], [メイ]]
      - column: address
        joined: [[都道府県], [市区町村], [番地]]
      - column: relationship
        headers: [関係]
        words: {奥様: 配偶者}
      - column: tax_dependent
        headers: [控除]
        words: {対象: ○, 対象外: ×}
      - column: verification_method
        fixed: 記録なし
      - column: my_number
        headers: [MN]
    ignored: [区分]

    """

  /// A vault whose administrator pinned the mapping `test`, and HR's session in it.
  private func session(_ fixture: VaultFixture) throws -> Session {
    let admin = try fixture.signIn("admin")
    let file = PolicyBundle.File(name: "mappings/test.yaml", bytes: Array(Self.mapping.utf8))
    try PolicyChange(admin).update(
      to: try PolicyBundle(files: try VaultFixture.policy().files + [file]))
    admin.close()
    return try fixture.signIn("hanako")
  }

  private static var options: ImportOptions {
    var options = ImportOptions()
    options.mapping = "test"
    return options
  }

  private func mistakes(_ work: () throws -> ImportSummary) -> [InputMistake] {
    let error = #expect(throws: CustodyError.self) { _ = try work() }
    guard case .badInput(let mistakes)? = error?.code else { return [] }
    return mistakes
  }

  @Test("columns are renamed, joined, translated and filled in, and the number arrives")
  func mapped() throws {
    let fixture = try VaultFixture()
    let session = try session(fixture)
    let path = try fixture.folder.write(
      "ｽﾀｯﾌ,区分,名字,名前,セイ,メイ,番地,都道府県,市区町村,関係,控除,MN,血液型\n"
        + "E1,正社員,試験,一,シケン,ハジメ,１－２,東京都,千代田区,本人,対象外,8583-1966-4372,A\n"
        + "E1,,試験,花,シケン,ハナ,,,,奥様,対象,,B\n", as: "people.csv")
    let summary = try session.importFile(path, Self.options)
    #expect(summary.added == 2 && summary.numbers == 1)
    #expect(summary.claimed == 1 && summary.legacy == 0)
    #expect(summary.unknownColumns == ["区分", "血液型"])
    let kana = summary.matches.first { $0.column == .kana }
    #expect(kana?.headers == ["セイ", "メイ"])
    let method = summary.matches.first { $0.column == .verificationMethod }
    #expect(method?.fixed == "記録なし" && method?.headers == [])
    let person = try #require(try session.vault.person(try PersonCode("E1")))
    let profile = try session.profile(of: person)
    #expect(profile.name == "試験　一" && profile.kana == "シケン　ハジメ")
    #expect(profile.address == "東京都千代田区１－２")
    let spouse = try #require(try session.vault.person(try PersonCode("E1-1"))?.record)
    #expect(spouse.relationship == .spouse && spouse.standing.taxDependent)
    session.close()
    let reader = try fixture.signIn(
      "keiko", VaultFixture.environment(decider: PermissiveDecider()))
    #expect(try reader.digits("E1", purpose: "tax-withholding") == Array("858319664372".utf8))
  }

  @Test("a column of the file goes before a fixed value, and a whole before its parts")
  func precedence() throws {
    let fixture = try VaultFixture()
    let session = try session(fixture)
    let path = try fixture.folder.write(
      "社員番号,氏名,フリガナ,セイ,確認方法,番号確認書類,身元確認書類,確認日,MN\n"
        + "E1,試験　一,シケンハジメ,シケン,対面,個人番号カード,個人番号カード,2026-04-01,858319664372\n",
      as: "people.csv")
    let summary = try session.importFile(path, Self.options)
    #expect(summary.claimed == 0 && summary.unverified.isEmpty)
    #expect(summary.unknownColumns == ["セイ"])
    let person = try #require(try session.vault.person(try PersonCode("E1")))
    #expect(try session.profile(of: person).kana == "シケンハジメ")
  }

  @Test("two headers for one column are a mistake of the second")
  func twice() throws {
    let fixture = try VaultFixture()
    let session = try session(fixture)
    let path = try fixture.folder.write("スタッフ,氏名,社員番号,セイ,ｾｲ\nE1,a,E2,,\n", as: "people.csv")
    let found = mistakes { try session.importFile(path, Self.options) }
    #expect(found.map { $0.column } == [3, 5])
    #expect(found.first?.message.english.contains("column 1") == true)
  }

  @Test("a number in a part, or made by joining parts, is refused and not shown")
  func numbers() throws {
    let fixture = try VaultFixture()
    let session = try session(fixture)
    let path = try fixture.folder.write(
      "スタッフ,氏名,都道府県,市区町村\nE1,a,858319,664372\nE2,b,858319664372,\n", as: "people.csv")
    let found = mistakes { try session.importFile(path, Self.options) }
    #expect(found.map { "\($0.line ?? 0):\($0.column ?? 0)" } == ["2:4", "3:3"])
    #expect(!found.contains { $0.description.contains("664372") })
    #expect(try session.vault.store.people(after: 0, limit: 1).isEmpty)
  }

  @Test("a mapping that the pinned policy has not is a usage error, whatever the file")
  func unknown() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let path = try fixture.folder.write("", as: "people.csv")
    let error = #expect(throws: CustodyError.self) { try session.importFile(path, Self.options) }
    #expect(error?.exitStatus == 64)
    #expect(error?.description.contains("generic, moneyforward, smarthr") == true)
  }
}
