import Auditing
import Testing

@Suite("The number under which an authority accepted a file")
struct AcceptanceNumberTests {
  @Test(
    "is of letters, digits and hyphens",
    arguments: ["R0-2027-01234567", "20270125103045123456", "1", "ABC-xyz", "123456789019"])
  func accepted(text: String) { #expect(AcceptanceNumber(text)?.text == text) }

  @Test(
    "is nothing else, and nothing written as a My Number is",
    arguments: [
      "", String(repeating: "1", count: 41), "受付1", "12 34", "1\n", "123456789018", "0123456789018",
      "1234-5678-9018", "123-456-789-018", "123456-789018", "A-123456789018",
    ])
  func refused(text: String) { #expect(AcceptanceNumber(text) == nil) }
}
