import Rules
import Testing

@Suite("What a YAML file must not hold is seen before it is parsed")
struct YAMLGuardTests {
  /// Nine levels of nine aliases each: a file of 500 bytes that stands for 387 million values.
  private static func laughs(_ lineEnd: String) -> String {
    var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      lines.append("a\(level): &a\(level) [\(aliases)]")
    }
    return lines.joined(separator: lineEnd)
  }

  private static let breaks = ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]

  @Test("A billion laughs are refused with every line end that the parser knows", arguments: breaks)
  func laughs(lineEnd: String) throws {
    let found = try mistakes("# \(lineEnd)" + Self.laughs(lineEnd))
    #expect(
      found.contains { $0.description.contains("anchors") || $0.description.contains("LF or CRLF") }
    )
  }

  @Test(
    "A line that only the parser ends is refused, in a comment as in a text",
    arguments: breaks.dropFirst(2), ["# x", "a: \"x", "a: x", ""])
  func lonelyBreak(lineEnd: String, before: String) {
    let found = YAMLGuard.findings(in: "a: 1\n\(before)\(lineEnd)b: 2\n")
    #expect(found.map(\.line) == [2])
    #expect(found.first?.column == before.unicodeScalars.count + 1)
    #expect(found.first?.text.contains("LF or CRLF") == true)
  }

  @Test("A carriage return at the very end, or twice, is no line end")
  func returns() {
    #expect(YAMLGuard.findings(in: "a: 1\r").count == 1)
    #expect(YAMLGuard.findings(in: "a: 1\r\r\nb: 2\n").count == 1)
  }

  @Test(
    "An anchor or an alias is refused behind anything that looks like a text or a comment",
    arguments: [
      "a: &x 1", "&x a: 1", "- *x", "a: [*x]", "{a: 1,*x : 2}", "a: \"# \" *x", "# *x",
      "foo,\"bar: [*x, \"y\"]", "a: 'b' &x", "? *x", "a:\r\n  *x", "\u{FEFF}&x a", "a: !t &x b",
      "a: |\n  *x", "a:\u{FEFF}*x", "a: *", "a: b *x",
    ])
  func anchors(text: String) {
    #expect(YAMLGuard.findings(in: text).contains { $0.text.contains("anchors") })
  }

  @Test(
    "Ordinary texts pass",
    arguments: [
      "", "a: 1\n", "a: 1\r\nb: 2\r\n", "\u{FEFF}a: 1\n", "a: R&D部\n", "a: 5*6\n", "a: 研究&開発\n",
      "a: \"x\ny\"\n", "# [ { (\na: 1\n", "a: ［１］\u{3000}\u{A0}x\n",
    ])
  func passes(text: String) {
    #expect(YAMLGuard.findings(in: text).isEmpty)
  }

  @Test(
    "A control character is refused",
    arguments: ["\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{80}", "\u{9F}"])
  func controls(scalar: String) {
    #expect(YAMLGuard.findings(in: "a: x\(scalar)y").map(\.column) == [5])
  }

  @Test("Depth that is hidden from the estimate stops at the parser's own bound")
  func depth() throws {
    let hidden = String(repeating: "[\"]\", ", count: 5000)
    #expect(YAMLGuard.findings(in: hidden).isEmpty)
    #expect(try mistakes("roles: " + hidden).contains { $0.description.contains("not YAML") })
  }

  @Test("Each line has at most one finding")
  func oneEach() {
    #expect(YAMLGuard.findings(in: "*a *b\n*c\n\n*d").map(\.line) == [1, 2, 4])
  }

  private func mistakes(_ text: String) throws -> [PolicyMistake] {
    let files = try TestPolicy.bundle().files.map {
      $0.name == "roles.yaml" ? PolicyBundle.File(name: $0.name, bytes: Array(text.utf8)) : $0
    }
    return TestPolicy.mistakes(try PolicyBundle(files: files)).filter { $0.file == "roles.yaml" }
  }
}
