import Glibc
import TestSupport
import Testing
import Text

@Suite("Reading CSV")
struct CSVReaderTests {
  private func rows(
    _ bytes: [UInt8], encoding: TextEncoding = .utf8, limits: CSVLimits = CSVLimits()
  ) throws -> [[String]] {
    let file = try TemporaryFile(bytes)
    var reader = CSVReader(fileDescriptor: file.descriptor, encoding: encoding, limits: limits)
    var rows: [[String]] = []
    while try reader.advance() {
      var fields: [String] = []
      for index in 0..<reader.row.count { fields.append(try reader.row.text(index)) }
      rows.append(fields)
    }
    return rows
  }

  private func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

  @Test(
    "Rows and fields as RFC 4180 has them",
    arguments: [
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
      ("\u{FEFF}a,b\n", [["a", "b"]]), ("a,\n,b\n,\n", [["a", ""], ["", "b"], ["", ""]]),
      ("\"a,b\",\"c\"\"d\",\"e\r\nf\"\r\n", [["a,b", "c\"d", "e\r\nf"]]),
      ("\"\",\"\"\"\"\n", [["", "\""]]), ("", []), ("\n\r\n\n", []), ("a\n\n\nb", [["a"], ["b"]]),
      ("a\"b,c\n", [["a\"b", "c"]]), (" \"a\" ,b\n", [[" \"a\" ", "b"]]), ("\"a\"", [["a"]]),
      ("a,", [["a", ""]]), ("\"\"", [[""]]), ("\"a\",", [["a", ""]]), ("\"\"\"\"\"\"", [["\"\""]]),
      ("\"x\"\"\",y,\"\"\"z\"\n", [["x\"", "y", "\"z"]]),
    ] as [(String, [[String]])])
  func tokens(_ text: String, _ expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test("CP932, whose second bytes look like ASCII, is cut at commas only")
  func cp932() throws {
    let text = "ソ表,髙橋,①ﾀﾅｶ\r\n\"能,\"\"ポ\",~\r\n"
    let expected = [["ソ表", "髙橋", "①ﾀﾅｶ"], ["能,\"ポ", "~"]]
    #expect(try rows(CP932.encode(text), encoding: .cp932) == expected)
  }

  @Test(
    "A broken file is refused with line and column",
    arguments: [
      ("a,b\n\"c,d\ne", .unterminatedQuote(line: 2, column: 1)),
      ("\"", .unterminatedQuote(line: 1, column: 1)),
      ("a,\"\"\"", .unterminatedQuote(line: 1, column: 2)),
      ("a\nb,\"c\"d\n", .strayQuote(line: 2, column: 2)),
      ("\"a\nb\"x", .strayQuote(line: 2, column: 1)),
      ("\"a\" ,b", .strayQuote(line: 1, column: 1)),
      ("a,b\rc,d", .strayCarriageReturn(line: 1, column: 2)),
      ("a\n\"b\"\r", .strayCarriageReturn(line: 2, column: 1)),
      ("a,b\nc,d\0\n", .nulByte(line: 2, column: 2)),
      ("a,\"b\n\0\"", .nulByte(line: 2, column: 2)),
    ] as [(String, TextError)])
  func broken(_ text: String, _ expected: TextError) {
    #expect(throws: expected) { try rows(text) }
  }

  @Test("What is no text of the encoding is refused with line and column")
  func malformed() {
    let bytes = Array("a,b\nc,".utf8) + [0x88, 0x9F, 0x0A]
    #expect(throws: TextError.malformedField(encoding: .utf8, line: 2, column: 2)) {
      try rows(bytes)
    }
    #expect(throws: TextError.malformedField(encoding: .cp932, line: 1, column: 1)) {
      try rows([0xA0, 0x0A], encoding: .cp932)
    }
  }

  @Test("Limits of field, row and columns hold, and what just fits is read")
  func limits() throws {
    let limits = CSVLimits()
    let field = String(repeating: "x", count: limits.field)
    #expect(try rows("\(field),y\n") == [[field, "y"]])
    for long in ["\(field)x,y\n", "\"\(field)\"", "\"\(field)\(field)\(field)"] {
      #expect(throws: TextError.fieldTooLong(line: 2, column: 2, limit: limits.field)) {
        try rows("a\nb,\(long)")
      }
    }
    let comma = String(repeating: ",", count: limits.columns - 1)
    #expect(try rows(comma) == [Array(repeating: "", count: limits.columns)])
    #expect(throws: TextError.tooManyColumns(line: 1, limit: limits.columns)) {
      try rows(comma + ",")
    }
    let wide = Array(repeating: String(repeating: "y", count: 60_000), count: 17)
    let row = wide.joined(separator: ",")
    #expect(try rows("h\n\(row)\nt") == [["h"], wide, ["t"]])
    #expect(throws: TextError.rowTooLong(line: 2, limit: limits.row)) {
      try rows("h\n\(row),\(wide[0])\nt")
    }
  }

  @Test("Lines are counted through quotes and blank lines")
  func lines() throws {
    let file = try TemporaryFile(Array("a\n\n\"b\nc\"\r\nd".utf8))
    var reader = CSVReader(fileDescriptor: file.descriptor, encoding: .utf8)
    var found: [(Int, LineEnding)] = []
    while try reader.advance() { found.append((reader.row.line, reader.row.ending)) }
    #expect(found.map(\.0) == [1, 3, 5])
    #expect(found.map(\.1) == [.lf, .crlf, .none])
  }

  @Test("Blank lines are rows for who asks for them")
  func blankLines() throws {
    let file = try TemporaryFile(Array("a\n\nb\n".utf8))
    var reader = CSVReader(
      fileDescriptor: file.descriptor, encoding: .utf8, skipsBlankLines: false)
    var blank: [Bool] = []
    while try reader.advance() { blank.append(reader.row.isBlank) }
    #expect(blank == [false, true, false])
  }

  @Test("A field that the row lacks is empty, and raw bytes keep their quotes")
  func raw() throws {
    let file = try TemporaryFile([0xEF, 0xBB, 0xBF] + Array("\"a\"\"b\",c\r\n".utf8))
    var reader = CSVReader(fileDescriptor: file.descriptor, encoding: .utf8)
    let hasRow = try reader.advance()
    let hasMark = reader.hasByteOrderMark
    #expect(hasRow && hasMark)
    let row = reader.row.withRawBytes { $0.text }
    #expect(row == "\"a\"\"b\",c")
    let raw = [0, 9].map { reader.row.withRawField($0) { $0.text } }
    #expect(raw == ["\"a\"\"b\"", ""])
    let plain = [0, 1, 2].map { reader.row.withField($0) { $0.text } }
    #expect(plain == ["a\"b", "c", ""])
    let empty = [1, 2].map { reader.row.isEmpty($0) }
    #expect(empty == [false, true])
  }

  private enum Stop: Error, Equatable {
    case text(TextError)
    case enough
  }

  @Test("The closure's error and the file's arrive as one type")
  func forEachRow() throws {
    let file = try TemporaryFile(Array("a\nb\nc\"\n\"".utf8))
    var reader = CSVReader(fileDescriptor: file.descriptor, encoding: .utf8)
    var count = 0
    #expect(throws: Stop.enough) {
      try reader.forEachRow(failure: Stop.text) { row throws(Stop) in
        count += 1
        if row.line == 2 { throw .enough }
      }
    }
    #expect(count == 2)
    #expect(throws: Stop.text(.unterminatedQuote(line: 4, column: 1))) {
      try reader.forEachRow(failure: Stop.text) { _ throws(Stop) in }
    }
  }

  @Test("A pipe that gives a byte at a time reads like a file")
  func pipe() throws {
    let text = "\u{FEFF}氏名,\"住,\r\n所\"\r\n田中,\"東\"\"京\"\r\n"
    var ends: [Int32] = [0, 0]
    try #require(unsafe Glibc.pipe(&ends) == 0)
    for byte in text.utf8 { #expect(unsafe write(ends[1], [byte], 1) == 1) }
    close(ends[1])
    var reader = CSVReader(fileDescriptor: ends[0], encoding: .utf8)
    var fields: [String] = []
    while try reader.advance() {
      fields += [try reader.row.text(0), try reader.row.text(1)]
    }
    close(ends[0])
    #expect(fields == ["氏名", "住,\r\n所", "田中", "東\"京"])
  }

  @Test("A descriptor that cannot be read is an error")
  func badDescriptor() {
    var reader = CSVReader(fileDescriptor: -1, encoding: .utf8)
    var found: TextError?
    do throws(TextError) { _ = try reader.advance() } catch { found = error }
    #expect(found == .inputOutput(number: 9))
  }

  @Test("Any fields written are read back, across the ends of buffers")
  func roundTrip() throws {
    var random = SplitMix(seed: 4180)
    let pieces = ["", "a", ",", "\"", "\r\n", "\n", "\r", "氏名", "ソ", "1234", "\"\"", " ", "－"]
    var expected: [[String]] = []
    for _ in 0..<6000 {
      let width = Int.random(in: 1...6, using: &random)
      expected.append(
        (0..<width).map { _ in
          let count = Int.random(in: 0...8, using: &random)
          return (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
        })
    }
    expected.removeAll { $0 == [""] }
    for encoding: TextEncoding in [.utf8, .cp932] {
      let text = try expected.flatMap { row in
        let whole = try CSVWriter.row(row, encoding: encoding)
        return row.count.isMultiple(of: 2) ? whole : whole.dropLast(2) + [0x0A]
      }
      #expect(try rows(text, encoding: encoding) == expected)
    }
  }

  @Test("No bytes crash the reader, and raw rows with their endings give the file back")
  func fuzz() throws {
    var random = SplitMix(seed: 932)
    let bytes: [UInt8] = [0x22, 0x22, 0x2C, 0x0A, 0x0D, 0x61, 0x81, 0x5C]
    for _ in 0..<2000 {
      let count = Int.random(in: 0...24, using: &random)
      let text = (0..<count).compactMap { _ in bytes.randomElement(using: &random) }
      let file = try TemporaryFile(text)
      var reader = CSVReader(
        fileDescriptor: file.descriptor, encoding: .cp932, skipsBlankLines: false)
      var copy: [UInt8] = []
      var isWhole = true
      do throws(TextError) {
        while try reader.advance() {
          copy += reader.row.withRawBytes { $0.bytesCopied }
          copy +=
            reader.row.ending == .crlf ? [0x0D, 0x0A] : reader.row.ending == .lf ? [0x0A] : []
        }
      } catch { isWhole = false }
      if isWhole { #expect(copy == text) }
    }
  }
}
