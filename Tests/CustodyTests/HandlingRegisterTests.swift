import MyNumberKit
import Testing

@testable import Custody

@Suite("Recording what is done outside the vault")
struct HandlingRegisterTests {
  private static let file = FileToRegister(
    kind: .paper, name: "扶養控除等申告書", responsible: "総務部長", department: "総務部",
    purposes: [PurposeID("tax-declarations")], access: "給与担当", place: "書庫", protection: "施錠")
  private static let day = VaultFixture.noon.japanDate
  private static let move = MoveToRecord(
    kind: .carryOut, what: "年末調整の書類", on: day, by: "総務部", party: "税理士", protection: "施錠ケース",
    returnBy: day.adding(days: 7))
  private static let number = "9656-8945-5668"

  private func register<R>(
    as user: String, _ body: (HandlingRegister, Session) throws -> R
  ) throws -> R {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn(user)
    defer { session.close() }
    return try body(HandlingRegister(session), session)
  }

  private func book(_ session: Session) throws -> HandlingBook {
    var book = HandlingBook()
    for entry in try session.vault.entries() { book.take(entry) }
    return book
  }

  @Test(
    "writes signed entries that name no person and touch no key",
    arguments: ["admin", "hanako", "keiko"])
  func recorded(user: String) throws {
    try register(as: user) { register, session throws in
      var abroad = Self.file
      (abroad.country, abroad.regime) = ("アイルランド", "GDPRの適用")
      abroad.disposeBy = Self.day.adding(days: 365)
      let file = try register.add(abroad)
      var destruction = DestructionToRecord(on: Self.day, means: .dissolved, by: "総務部", file: file)
      destruction.contractor = "機密処理社"
      destruction.certificateOn = Self.day
      let out = try register.record(Self.move)
      try register.comeBack(out, on: Self.day)
      try register.train("audrey", on: Self.day, topic: "番号の取扱い")
      try register.pledge("audrey", on: Self.day)
      try register.state(EmployerSize(employees: 45, on: Self.day))
      let closed = try register.record(destruction)
      let book = try book(session)
      #expect(book.unread.isEmpty && book.files.map(\.entry) == [file])
      #expect(book.files.first?.regime == "GDPRの適用")
      #expect(book.files.first?.disposeBy == abroad.disposeBy)
      #expect(book.files.first?.destructions.map(\.entry) == [closed])
      #expect(book.moves.first?.returned?.on == Self.day && book.staff.count == 2)
      #expect(book.size?.stated == EmployerSize(employees: 45, on: Self.day))
      let entries = try session.vault.entries().suffix(7)
      #expect(entries.allSatisfy { $0.content.person == nil && !$0.content.touchesKeys })
      let checkpoint = session.vault.signature.checkpoint
      #expect(checkpoint.signer == session.account.id)
      #expect(checkpoint.checkpoint.size == session.vault.logSize)
    }
  }

  @Test("is not for the auditor, who checks it")
  func refused() throws {
    try register(as: "audrey") { register, session throws in
      let before = session.vault.logSize
      let tries = [
        try ExitStatus { _ = try register.add(Self.file) },
        try ExitStatus { _ = try register.record(Self.move) },
        try ExitStatus { try register.comeBack(1, on: Self.day) },
        try ExitStatus { try register.pledge("admin", on: Self.day) },
        try ExitStatus { try register.state(EmployerSize(employees: 1, on: Self.day)) },
      ]
      #expect(tries.map(\.status) == [77, 77, 77, 77, 77])
      #expect(session.vault.logSize == before + 5)
      #expect(try book(session).files.isEmpty)
    }
  }

  @Test("takes no text that could hold a number, and repeats nothing of it")
  func texts() throws {
    try register(as: "admin") { register, session throws in
      let before = session.vault.logSize
      let places: [WritableKeyPath<FileToRegister, String>] = [
        \.name, \.responsible, \.department, \.access, \.place,
      ]
      var files = places.map { place in
        var file = Self.file
        file[keyPath: place] = Self.number
        return file
      }
      files.append(Self.file)
      files[places.count].protection = Self.number
      files.append(Self.file)
      (files[places.count + 1].country, files[places.count + 1].regime) = ("米国", Self.number)
      for file in files {
        let result = try ExitStatus { _ = try register.add(file) }
        #expect(result.status == 65 && !result.description.contains("5668"), "\(result)")
      }
      for place in [\MoveToRecord.what, \.by, \.party, \.protection] {
        var move = Self.move
        move[keyPath: place] = Self.number
        #expect(try ExitStatus { _ = try register.record(move) }.status == 65)
      }
      let topic = try ExitStatus { try register.train("admin", on: Self.day, topic: Self.number) }
      #expect(topic.status == 65 && session.vault.logSize == before)
    }
  }

  @Test("takes no day to come, no unknown purpose, file, carry-out or user")
  func usage() throws {
    try register(as: "admin") { register, session throws in
      let before = session.vault.logSize
      let tomorrow = session.vault.today.adding(days: 1)
      var unknown = Self.file
      unknown.purposes = [PurposeID("sales")]
      var replacing = Self.file
      replacing.replaces = 3
      var stateless = Self.file
      stateless.regime = "GDPR"
      var late = Self.move
      late.on = tomorrow
      var posted = Self.move
      posted.kind = .post
      var stray = Self.move
      stray.file = 3
      let nothing = DestructionToRecord(on: Self.day, means: .shredded, by: "総務部")
      var uncertain = nothing
      uncertain.what = "箱"
      uncertain.certificateOn = Self.day
      for file in [unknown, replacing, stateless] {
        #expect(try ExitStatus { _ = try register.add(file) }.status == 64)
      }
      for move in [late, posted, stray] {
        #expect(try ExitStatus { _ = try register.record(move) }.status == 64)
      }
      for destruction in [nothing, uncertain] {
        #expect(try ExitStatus { _ = try register.record(destruction) }.status == 64)
      }
      #expect(try ExitStatus { try register.comeBack(3, on: Self.day) }.status == 64)
      #expect(try ExitStatus { try register.certify(3, on: Self.day) }.status == 64)
      #expect(try ExitStatus { try register.pledge("nobody", on: Self.day) }.status == 66)
      let size = EmployerSize(employees: -1, on: Self.day)
      #expect(try ExitStatus { try register.state(size) }.status == 64)
      #expect(session.vault.logSize == before)
    }
  }
}
