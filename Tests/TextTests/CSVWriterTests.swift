import Glibc
import TestSupport
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
    let file = try TemporaryFile()
    var writer = CSVWriter(fileDescriptor: file.descriptor, encoding: .utf8)
    for field in fields { try writer.field(field) }
    try writer.endRow()
    try writer.finish()
    file.rewind()
    #expect(try file.read() == Array(expected.utf8))
  }

  @Test("Raw fields and line endings pass byte for byte")
  func raw() throws {
    let file = try TemporaryFile()
    var writer = CSVWriter(fileDescriptor: file.descriptor, encoding: .cp932)
    let fields: [[UInt8]] = [Array("\"a\"".utf8), [], [0x83, 0x5C]]
    for field in fields { try writer.rawField(field.span) }
    try writer.endRow(.lf)
    try writer.field("ソ")
    try writer.endRow(.none)
    try writer.finish()
    file.rewind()
    #expect(try file.read() == Array("\"a\",,".utf8) + [0x83, 0x5C, 0x0A, 0x83, 0x5C])
  }

  @Test("The byte order mark stands before the first field and is read as no part of it")
  func byteOrderMark() throws {
    let file = try TemporaryFile()
    var writer = CSVWriter(fileDescriptor: file.descriptor, encoding: .utf8)
    try writer.byteOrderMark()
    try writer.field("氏名")
    try writer.field("a")
    try writer.endRow()
    try writer.finish()
    file.rewind()
    var reader = CSVReader(fileDescriptor: file.descriptor, encoding: .utf8)
    let hasRow = try reader.advance()
    #expect(hasRow)
    let fields = [try reader.row.text(0), try reader.row.text(1)]
    #expect(fields == ["氏名", "a"])
  }

  @Test("More than a buffer is written whole")
  func large() throws {
    let file = try TemporaryFile()
    let field = String(repeating: "x", count: 100_000)
    var writer = CSVWriter(fileDescriptor: file.descriptor, encoding: .utf8)
    try writer.field(field)
    try writer.field(field + "\"")
    try writer.endRow()
    try writer.finish()
    file.rewind()
    #expect(try file.read() == Array("\(field),\"\(field)\"\"\"\r\n".utf8))
  }

  @Test("What CP932 lacks and a descriptor that cannot be written are errors")
  func errors() throws {
    var writer = CSVWriter(fileDescriptor: -1, encoding: .cp932)
    var found: [TextError] = []
    do throws(TextError) { try writer.field("𠮷") } catch { found.append(error) }
    do throws(TextError) {
      try writer.field("a")
      try writer.finish()
    } catch { found.append(error) }
    #expect(found == [.unencodable(characters: ["𠮷"]), .inputOutput(number: EBADF)])
  }
}
