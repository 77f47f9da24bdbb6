import Foundation
import MyNumberKit
import Testing

@testable import Custody

@Suite("Numbers handed over as a file")
struct HandOverTests {
  private static let receiver = Result {
    try ReceiverKey(under: VaultFixture.passphrase("receiver"), random: RandomBytes())
  }

  func fixture(_ file: [UInt8]? = nil) throws -> VaultFixture {
    let fixture = try SampleVault.copy()
    let key = try Self.receiver.get().publicText
    try ContractFile.register(fixture, file ?? ContractFile.yaml(key: key), user: nil)
    return fixture
  }

  func request(
    _ people: [String]? = ["0001", "0003"], content: HandOverContent = .csv,
    purpose: String = "health-pension", form: String = "health-pension-acquisition"
  ) throws -> HandOverRequest {
    HandOverRequest(
      contractor: "yamada-sr", purpose: PurposeID(purpose), form: FormCopyID(form),
      reason: "資格取得届の作成", people: try people?.map { try PersonCode($0) },
      returnBy: try #require(CalendarDate(parsing: "2027-03-31")), content: content)
  }

  func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  private func plain(_ path: String) throws -> String {
    let file = try HandOverFile(parsing: try bytes(path))
    let secret = try file.open(
      with: try Self.receiver.get(), passphrase: VaultFixture.passphrase("receiver"))
    return secret.withSpan { String(decoding: [UInt8](copying: $0), as: UTF8.self) }
  }

  @Test("each number passes the gate as a provision under entrustment, and the file is registered")
  func create() throws {
    let fixture = try fixture()
    let path = fixture.folder.file("out.handover")
    let officer = try fixture.signIn("hanako")
    let before = officer.vault.logSize
    let made = try HandOvers(officer).create(try request(), at: path, named: "out.handover")
    let entries = try officer.vault.entries(from: before).map(\.content)
    #expect(entries.map(\.action) == ["read", "read", "hand-over"])
    for entry in entries {
      #expect(entry.article == "番号法19条6号" && entry.recipient == "contractor")
      #expect(entry.detail["contractor"] == .string("yamada-sr"))
      #expect(entry.purpose == "health-pension" && entry.form == "health-pension-acquisition")
    }
    let register = try #require(entries.last)
    #expect(register.count == 2 && register.detail["return_by"] == .string("2027-03-31"))
    #expect(register.detail["bytes"] == .integer(try bytes(path).count))
    #expect(
      Set(register.detail.keys) == [
        "bytes", "contractor", "file", "folder", "id", "inode", "on", "return_by",
      ])
    #expect(try HandOvers(officer).list() == [made])
    #expect(
      try plain(path)
        == "社員番号,氏名,個人番号\r\n0001,稲沢　恒一郎,654170921305\r\n0003,鷲尾　達臣,965689455668\r\n")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("as JSON it is canonical and says what it is for")
  func json() throws {
    let fixture = try fixture()
    let path = fixture.folder.file("out.handover")
    let officer = try fixture.signIn("hanako")
    let made = try HandOvers(officer).create(
      try request(["0001"], content: .json), at: path, named: "out.handover")
    let text = try plain(path)
    let line = Array(text.utf8.dropLast())
    let value = try CanonicalValue(parsing: line.span)
    #expect(text.last == "\n" && value.encoded() == line)
    guard case .object(let members) = value, case .array(let people)? = members["people"] else {
      Issue.record("another form")
      return
    }
    #expect(members["hand_over"] == .string(made.id) && members["article"] == .string("番号法19条6号"))
    #expect(
      people == [
        .object([
          "code": .string("0001"), "name": .string("稲沢　恒一郎"), "number": .string("654170921305"),
        ])
      ])
  }

  @Test("under a passphrase it needs no key in the contract")
  func passphrase() throws {
    let fixture = try fixture(ContractFile.yaml())
    let path = fixture.folder.file("out.handover")
    let officer = try fixture.signIn("hanako")
    let without = try ExitStatus {
      _ = try HandOvers(officer).create(try request(), at: path, named: "out.handover")
    }
    #expect(without.status == 64, "\(without)")
    _ = try HandOvers(officer).create(
      try request(), at: path, named: "out.handover", under: VaultFixture.passphrase("apart"))
    let file = try HandOverFile(parsing: try bytes(path))
    #expect(file.way == .passphrase)
    #expect(throws: SealingError.self) {
      _ = try file.open(under: VaultFixture.passphrase("other"))
    }
    let count = try file.open(under: VaultFixture.passphrase("apart")).count
    #expect(count > 24)
  }

  @Test("without names everybody whom the form carries is in it, and nobody else")
  func everybody() throws {
    let fixture = try fixture()
    let administrator = try fixture.signIn("admin")
    try Attestation(administrator).attestAllClaimed(reason: "取得時に対面で確認")
    administrator.close()
    let officer = try fixture.signIn("hanako")
    let made = try HandOvers(officer).create(
      try request(nil), at: fixture.folder.file("out"), named: "out")
    let lines = try plain(fixture.folder.file("out")).split(separator: "\r\n")
    #expect(lines.count == made.people + 1 && made.people > 2)
    #expect(!lines.contains { $0.contains("-1,") }, "the form carries no family")
  }

  // MARK: Refusals

  @Test("one who is refused stops the file: nothing is opened, nothing is left, the log says who")
  func refused() throws {
    let fixture = try fixture()
    let path = fixture.folder.file("out.handover")
    let officer = try fixture.signIn("hanako")
    let before = officer.vault.logSize
    var told: [String] = []
    let result = try ExitStatus {
      _ = try HandOvers(officer).create(
        try request(["0001", "0003-1"]), at: path, named: "out.handover",
        refused: { code, _ in told.append(code.text) })
    }
    #expect(result.status == 77 && told == ["0003-1"], "\(result)")
    let entries = try officer.vault.entries(from: before).map(\.content)
    #expect(entries.map(\.outcome) == [.refused])
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try HandOvers(officer).list().isEmpty)
  }

  @Test("purposes not entrusted or not held, and whoever hands nothing over, are refused")
  func notEntrusted() throws {
    let fixture = try fixture()
    let out = fixture.folder.file("out")
    for (user, purpose, form) in [
      ("hanako", "employment-insurance", "employment-insurance-acquisition"),
      ("keiko", "health-pension", "health-pension-acquisition"),
      ("keiko", "tax-withholding", "withholding-slip-municipality"),
      ("admin", "health-pension", "health-pension-acquisition"),
      ("audrey", "health-pension", "health-pension-acquisition"),
    ] {
      let session = try fixture.signIn(user)
      let result = try ExitStatus {
        var wanted = try request(["0003"], purpose: purpose, form: form)
        wanted.incomeYear = 2025
        _ = try HandOvers(session).create(wanted, at: out, named: "out")
      }
      #expect(result.status == 77, "\(user) \(purpose): \(result)")
      session.close()
    }
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test(
    "a missing clause, a lapsed contract and overdue supervision stop it",
    arguments: [
      ContractFile.yaml(missing: "return-or-disposal"), ContractFile.yaml(until: "2026-11-21"),
      ContractFile.yaml(months: 1),
    ])
  func gaps(file: [UInt8]) throws {
    let fixture = try fixture(file)
    let officer = try fixture.signIn("hanako")
    let result = try ExitStatus {
      _ = try HandOvers(officer).create(
        try request(), at: fixture.folder.file("out"), named: "out",
        under: VaultFixture.passphrase("apart"))
    }
    #expect(result.status == 77, "\(result)")
    #expect(!FileManager.default.fileExists(atPath: fixture.folder.file("out")))
  }

  @Test("a name that is taken, or holds a number, stops it before anything is opened")
  func output() throws {
    let fixture = try fixture()
    try fixture.folder.write("mine", as: "out")
    let officer = try fixture.signIn("hanako")
    let before = officer.vault.logSize
    let taken = try ExitStatus {
      _ = try HandOvers(officer).create(
        try request(), at: fixture.folder.file("out"), named: "out")
    }
    #expect(taken.status == 73, "\(taken)")
    let number = try ExitStatus {
      _ = try HandOvers(officer).create(
        try request(), at: fixture.folder.file("x"), named: "123456789018")
    }
    #expect(number.status == 65, "\(number)")
    #expect(officer.vault.logSize == before)
    #expect(try bytes(fixture.folder.file("out")) == Array("mine".utf8))
  }

  @Test(
    "a passphrase is long enough by its characters, not its bytes, and that is asked first",
    arguments: [("ながいことば", 64), ("short", 64), ("ながいながいながいことば", 0)])
  func shortPassphrase(text: String, status: Int32) throws {
    let fixture = try fixture()
    let officer = try fixture.signIn("hanako")
    let before = officer.vault.logSize
    let result = try ExitStatus {
      _ = try HandOvers(officer).create(
        try request(), at: fixture.folder.file("out"), named: "out",
        under: SecretBytes(copying: Array(text.utf8).span))
    }
    #expect(result.status == status, "\(result)")
    #expect((officer.vault.logSize == before) == (status != 0), "nothing is opened or logged")
    #expect(fixture.holds("out") == (status == 0))
  }

  // MARK: The file

  @Test("a file that has its name from the beginning is in the log before anything is opened")
  func named() throws {
    let fixture = try fixture()
    var environment = VaultFixture.environment()
    environment.triesNamelessFiles = false
    let officer = try fixture.signIn("hanako", environment)
    let before = officer.vault.logSize
    _ = try HandOvers(officer).create(
      try request(), at: fixture.folder.file("out"), named: "out")
    let entries = try officer.vault.entries(from: before).map(\.content)
    #expect(entries.map(\.action) == ["hand-over-begin", "read", "read", "hand-over"])
    #expect(
      entries.first?.detail == ["contractor": .string("yamada-sr"), "file": .string("out")])
    #expect(try plain(fixture.folder.file("out")).contains("654170921305"))
    let refused = try ExitStatus {
      _ = try HandOvers(officer).create(
        try request(["0003-1"]), at: fixture.folder.file("other"), named: "other")
    }
    #expect(refused.status == 77, "\(refused)")
    #expect(try officer.vault.entries().last?.content.action == "read", "no file was begun")
    #expect(!fixture.holds("other"))
  }

  @Test("a file that gets no name after all is taken out of the register again")
  func nameTaken() throws {
    let fixture = try fixture()
    let keeper = ActingKeeper()
    let officer = try fixture.signIn("hanako", VaultFixture.environment(keeper: keeper))
    keeper.act = { try fixture.folder.write("mine", as: "out") }
    let result = try ExitStatus {
      _ = try HandOvers(officer).create(
        try request(), at: fixture.folder.file("out"), named: "out")
    }
    #expect(result.status == 73 && keeper.failure == nil, "\(result)")
    let entries = try officer.vault.entries().suffix(2).map(\.content)
    #expect(entries.map(\.action) == ["hand-over", "hand-over-withdrawn"])
    #expect(entries.first?.detail["id"] == entries.last?.detail["id"])
    #expect(try HandOvers(officer).list().isEmpty)
    #expect(try bytes(fixture.folder.file("out")) == Array("mine".utf8))
  }

  @Test("why a file got no name is told, though the note of it fails too")
  func withdrawalFails() throws {
    let fixture = try fixture()
    let keeper = ActingKeeper()
    let officer = try fixture.signIn("hanako", VaultFixture.environment(keeper: keeper))
    keeper.act = {
      try fixture.folder.write("mine", as: "out")
      keeper.act = { try ContractFile.revoke(fixture, "hanako") }
    }
    let result = try ExitStatus {
      _ = try HandOvers(officer).create(
        try request(), at: fixture.folder.file("out"), named: "out")
    }
    #expect(result.status == 73 && keeper.failure == nil, "\(result)")
    #expect(try fixture.open().entries().last?.content.action == "user-revoke")
  }

  @Test("a contract registered anew with another key meanwhile stops it, and nothing leaves")
  func replacedKey() throws {
    let fixture = try fixture()
    let next = try ReceiverKey(
      under: VaultFixture.passphrase("next"), random: RandomBytes()
    ).publicText
    let keeper = ActingKeeper()
    let officer = try fixture.signIn("hanako", VaultFixture.environment(keeper: keeper))
    keeper.act = { try ContractFile.reregister(fixture, ContractFile.yaml(key: next)) }
    let attempt = {
      _ = try HandOvers(officer).create(
        try request(), at: fixture.folder.file("out"), named: "out")
    }
    let result = try ExitStatus(of: attempt)
    #expect(result.status == 75 && keeper.failure == nil, "\(result)")
    #expect(!fixture.holds("out"))
    #expect(try HandOvers(officer).list().isEmpty)
    #expect(try ExitStatus(of: attempt).status == 0, "tried again, it goes to the new key")
    #expect(throws: SealingError.self) { _ = try plain(fixture.folder.file("out")) }
  }

  @Test("a contract that ends meanwhile stops it, with an entry, under a passphrase too")
  func endedMeanwhile() throws {
    let fixture = try fixture()
    let keeper = ActingKeeper()
    let officer = try fixture.signIn("hanako", VaultFixture.environment(keeper: keeper))
    keeper.act = {
      let session = try fixture.signIn("admin")
      defer { session.close() }
      try Entrustments(session).end("yamada-sr", on: session.vault.today.adding(days: -1))
    }
    let result = try ExitStatus {
      _ = try HandOvers(officer).create(
        try request(), at: fixture.folder.file("out"), named: "out",
        under: VaultFixture.passphrase("apart"))
    }
    #expect(result.status == 77 && keeper.failure == nil, "\(result)")
    let last = try officer.vault.entries().last?.content
    #expect(last?.action == "hand-over" && last?.rule == "contract-lapsed")
    #expect(!fixture.holds("out"))
  }

  @Test("only who made a file takes it out of the register, and not once it was returned")
  func foreignWithdrawal() throws {
    let fixture = try fixture()
    func withdraw(_ made: HandOver, by session: Session) throws {
      var content = session.entry("hand-over-withdrawn")
      content.detail = ["id": .string(made.id), "contractor": .string("yamada-sr")]
      try session.record([content])
    }
    let officer = try fixture.signIn("hanako")
    let made = try HandOvers(officer).create(
      try request(), at: fixture.folder.file("out"), named: "out")
    let other = try fixture.signIn("keiko")
    try withdraw(made, by: other)
    #expect(try HandOvers(other).list() == [made])
    other.close()
    try HandOvers(officer).returned(made.id, on: officer.vault.today)
    try withdraw(made, by: officer)
    #expect(try HandOvers(officer).list().map(\.id) == [made.id])
    let next = try HandOvers(officer).create(
      try request(), at: fixture.folder.file("next"), named: "next")
    try withdraw(next, by: officer)
    #expect(try HandOvers(officer).list().map(\.id) == [made.id])
  }

  // MARK: The return

  @Test("what came back is recorded once, by who may, on a day that can be")
  func returned() throws {
    let fixture = try fixture()
    let officer = try fixture.signIn("hanako")
    let handOvers = HandOvers(officer)
    let made = try handOvers.create(
      try request(), at: fixture.folder.file("out"), named: "out")
    let today = officer.vault.today
    #expect(made.isOverdue(on: made.returnBy.adding(days: 1)) && !made.isOverdue(on: made.returnBy))
    for (id, date, status) in [
      ("", today, Int32(66)), ("zz", today, 66), (made.id, today.adding(days: 1), 64),
      (made.id, today.adding(days: -1), 64),
    ] { #expect(try ExitStatus { try handOvers.returned(id, on: date) }.status == status) }
    officer.close()
    let auditor = try fixture.signIn("audrey")
    #expect(try ExitStatus { try HandOvers(auditor).returned(made.id, on: today) }.status == 77)
    #expect(try HandOvers(auditor).list().first?.returnedOn == nil)
    auditor.close()
    let again = try fixture.signIn("hanako")
    try HandOvers(again).returned(String(made.id.prefix(6)), on: today)
    #expect(try HandOvers(again).list().first?.returnedOn == today)
    #expect(try ExitStatus { try HandOvers(again).returned(made.id, on: today) }.status == 64)
  }

  @Test("no number, and no digest of the file, stands in either file of the vault")
  func noTrace() throws {
    let fixture = try fixture()
    let officer = try fixture.signIn("hanako")
    _ = try HandOvers(officer).create(
      try request(), at: fixture.folder.file("out"), named: "out")
    officer.close()
    let file = try bytes(fixture.folder.file("out"))
    let digest = try SHA256.hash(file.span)
    for (name, contents) in try fixture.contents() {
      #expect(!contents.holds(Array("654170921305".utf8)), "\(name)")
      #expect(!contents.holds(digest) && !contents.holds(Array(Hex.encode(digest).utf8)), "\(name)")
    }
    #expect(!file.holds(Array("654170921305".utf8)))
  }
}
