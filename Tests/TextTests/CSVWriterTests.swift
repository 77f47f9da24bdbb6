import Testing
import Text

@Suite("Writing CSV")
struct CSVWriterTests {
  @Test(
    "A field is quoted only if it must be",
    arguments: [
      (["a", "b"], "a,b\r\n"), (["", ""], ",\r\n"), (["a,b"], "\"a,b\"\r\n"),
      (["a\"b"], "\"a\"\"b\"\r\n"), (["a\nb", "c\rd"], "\"a\nb\",\"c\rd\"\r\n"),
      ([" a "], " a \r\n"),
      (["氏名"], "氏名\r\n"), ([], "\r\n"),
    ] as [([String], String)])
  func quoting(_ fields: [String], _ expected: String) throws {
    #expect(try CSVWriter.row(fields, encoding: .utf8) == Array(expected.utf8))
  }

  @Test("What CP932 lacks is an error")
  func errors() throws {
    #expect(throws: TextError.unencodable(characters: ["𠮷"])) {
      try CSVWriter.row(["a", "𠮷"], encoding: .cp932)
    }
    #expect(try CSVWriter.row(["ソ,"], encoding: .cp932) == [0x22, 0x83, 0x5C, 0x2C, 0x22, 13, 10])
  }
}
