import JSON
import Testing

@Suite("Values in a text")
struct JSONTextTests {
  private func texts(_ text: String) throws -> [String] {
    let values = try JSONText(Array(text.utf8))
    return values.values.map { String(decoding: values.bytes(of: $0), as: UTF8.self) }
  }

  @Test(
    "are found alone, in lines and in an array",
    arguments: [
      ("{\"a\": 1}", ["{\"a\": 1}"]),
      (" {\"a\": \"}\"}\n{\"b\": [1, 2]}\n", ["{\"a\": \"}\"}", "{\"b\": [1, 2]}"]),
      ("[{\"a\": 1}, {\"b\": \"\\\"]\"} ]", ["{\"a\": 1}", "{\"b\": \"\\\"]\"}"]),
      ("{}{}", ["{}", "{}"]), ("", []), ("[]", []), ("[[1], 2]", ["[1]", "2"]),
      ("true 7", ["true", "7"]),
    ])
  func found(text: String, values: [String]) throws {
    #expect(try texts(text) == values)
  }

  @Test(
    "of an array that is none are refused with line and column",
    arguments: [
      ("[{}\n{}]", 2, 1), ("[{},]", 1, 5), ("[{}", 1, 4), ("[{}] x", 1, 6), ("[,]", 1, 2),
    ])
  func refused(text: String, line: Int, column: Int) {
    let error = #expect(throws: JSONError.self) { try JSONText(Array(text.utf8)) }
    #expect(error?.line == line && error?.column == column)
  }

  @Test("are bytes of a broken value all the same, for its reader to refuse")
  func broken() throws {
    #expect(try texts("{\"a\":\n") == ["{\"a\":\n"])
    #expect(try texts("} {}") == ["}", "{}"])
    #expect(try texts("\"abc") == ["\"abc"])
    #expect(try texts("\"\\") == ["\"\\"])
  }

  @Test(
    "have members with line and column, or those of what is nearest",
    arguments: [
      ("", 2, 1), ("a", 2, 7), ("list[1].b", 4, 14), ("list[1]", 4, 8), ("list[9].b", 3, 8),
      ("none", 2, 1), ("a.b", 2, 7), ("list", 3, 8),
    ])
  func position(path: String, line: Int, column: Int) throws {
    let text = "\n{\"a\": 1,\n\"list\":[{\"b\": 2},\n       {\"b\": 3}]}"
    let values = try JSONText(Array(text.utf8))
    let position = values.position(of: path, in: try #require(values.values.first))
    #expect(position.line == line && position.column == column)
  }

  @Test("turn the places of their own bytes into those of the text")
  func inner() throws {
    let values = try JSONText(Array("{}\n  {\n}".utf8))
    let range = try #require(values.values.last)
    #expect(values.position(line: 1, column: 2, in: range) == (2, 4))
    #expect(values.position(line: 2, column: 1, in: range) == (3, 1))
  }
}
