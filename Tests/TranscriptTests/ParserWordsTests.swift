import Testing

@testable import mynumber

@Suite("What the parser of command lines says, in Japanese")
struct ParserWordsTests {
  @Test(
    "A sentence that is known is said in Japanese with what was typed",
    arguments: [
      ("Unknown option '--nmes'. Did you mean '--names'?", "--nmes という指定はありません（--names ではありませんか）"),
      ("Unknown option '--x'", "--x という指定はありません"),
      ("Unexpected argument 'it's'", "余分な語があります: it's"),
      ("2 unexpected arguments: 'a', 'b'", "余分な語が2個あります: 'a', 'b'"),
      ("Missing expected argument '<file>'", "<file> を指定してください"),
      (
        "The value 'yaml' is invalid for '--format <format>'. Please provide one of 'text', 'json' or 'csv'.",
        "--format <format> に yaml は使えません。使える値: 'text', 'json', 'csv'"
      ),
      ("The value '1' is invalid for '--on <date>'", "--on <date> に 1 は使えません"),
    ])
  func known(english: String, japanese: String) {
    #expect(ParserWords.japanese(english) == japanese)
  }

  @Test(
    "Another sentence is not guessed at",
    arguments: ["", "Unknown", "unknown option '--x'", "An Unknown option '--x'", "Missing value"])
  func unknown(english: String) {
    #expect(ParserWords.japanese(english) == nil)
  }

  @Test("Braces in what was typed name no place of the sentence")
  func braces() {
    #expect(ParserWords.japanese("Unexpected argument '{0}{1}'") == "余分な語があります: {0}{1}")
    #expect(
      ParserWords.japanese("The value '{1}' is invalid for '<code>'") == "<code> に {1} は使えません")
  }

  @Test("English counts one thing and several")
  func counts() {
    #expect(English.count(1, "number") == "1 number" && English.count(2, "number") == "2 numbers")
    #expect(English.count(0, "entry", "entries") == "0 entries")
    #expect(English.count(1, "entry", "entries") == "1 entry")
  }
}
