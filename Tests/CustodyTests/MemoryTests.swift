import Foundation
import MyNumberKit
import TestSupport
import Testing

@Suite("A number in memory", .serialized)
struct MemoryTests {
  /// Eleven random digits and their check digit, made in the searched pattern's own place.
  private func plant(in memory: ProcessMemory) throws {
    let random = RandomBytes()
    try memory.withPattern { span throws in
      for index in 0..<11 { span[index] = UInt8(ascii: "0") + (try random.bytes(1)[0]) % 10 }
      span[11] = MyNumber.checkDigit(of: span.span.extracting(0..<11)) ?? 0
    }
  }

  private func writeFile(_ path: String, number memory: ProcessMemory) throws {
    let before = Array("社員番号,氏名,生年月日,個人番号,番号確認書類,確認方法,確認日\nM001,試験　花子,1990-01-02,".utf8)
    let after = Array(",個人番号カード,対面,2026-04-01\n".utf8)
    let file = try PrivateFile(creating: path)
    try file.write(before.span)
    try memory.withPattern { span throws in try file.write(span.span) }
    try file.write(after.span)
    try file.finish()
  }

  @Test("after an import and a read a number stands nowhere in the process's memory")
  func nowhere() throws {
    let fixture = try VaultFixture()
    let memory = try ProcessMemory(patternCount: 12)
    try plant(in: memory)
    let path = fixture.folder.file("one.csv")
    try writeFile(path, number: memory)

    let officer = try fixture.signIn("hanako")
    let summary = try officer.importFile(path)
    #expect(summary.numbers == 1)
    officer.vault.store.close()
    #expect(try memory.occurrences() == 0)

    let accountant = try fixture.signIn("keiko")
    let query = NumberQuery(
      code: try PersonCode("M001"), form: FormCopyID("withholding-slip-municipality"),
      reason: "検査", incomeYear: 2025)
    let (count, whileLent) = try Gate(accountant).read(query) { number in
      number.withDigits { ($0.count, (try? memory.occurrences()) ?? -1) }
    }
    #expect(count == 12)
    // The control: while it is lent it is there, once.
    #expect(whileLent == 1)
    #expect(try memory.occurrences() == 0)
  }
}
