import Testing

@Suite("Taking a source file apart")
struct SourceScannerTests {
  private func file(_ text: String, _ path: String = "Sources/Room/File.swift") -> SourceFile {
    SourceFile(path: path, text: text)
  }

  @Test("comments go, nested ones too, and lines stay where they were")
  func comments() {
    let file = file("let a = 1  // try! here\n/* one /* two */\nas! */ let b = 2\n")
    #expect(file.code == ["let a = 1  ", "", " let b = 2", ""])
  }

  @Test("what stands in a text is no code, what is interpolated is")
  func texts() {
    let file = file(#"let a = "print(\(b.map { "x\($0)" })) \" // no comment" + c"#)
    #expect(file.code == [#"let a = "(b.map { "($0)" })" + c"#])
    #expect(file.literals.map(\.text).contains { $0.hasPrefix("print(") })
  }

  @Test("raw and multi-line texts end where they end")
  func rawTexts() {
    let file = file("let a = #\"a \" \\(b)\"#\nlet c = \"\"\"\n  \"quoted\"\n  \"\"\"\nlet d = 4")
    #expect(file.code == ["let a = \"\"", "let c = \"", "", "\"", "let d = 4"])
    #expect(file.literals.map(\.line) == [1, 2])
  }

  @Test("imports are found with their access and kind, and not in comments")
  func imports() {
    let file = file(
      "public import A\n@testable import B\nimport struct C.D\n// import E\n@_exported public import F"
    )
    #expect(file.imports == ["A", "B", "C", "F"])
  }

  @Test("declarations are those at the left margin")
  func declarations() {
    let file = file(
      "public final class A {\n  struct B {}\n}\n@safe enum C {}\nextension [UInt8] {}\nprivate protocol D {}"
    )
    #expect(file.declarations.map(\.name) == ["A", "C", "Array", "D"])
    #expect(file.declarations.filter(\.isType).count == 3)
  }

  @Test(
    "a planted force is found",
    arguments: ["let a = b!", "c()!.d", "e[0]!", "try! f()", "g as! H", "var i: Int!", "\"j\"!"])
  func forces(line: String) {
    #expect(file(line).places(where: HouseRule.forces) == ["Sources/Room/File.swift:1"])
  }

  @Test(
    "what only looks like a force is not",
    arguments: ["if !a {", "b != c", "(!d, !e)", "\"no!\"", "// f!", "g(\"try! it\")"])
  func innocent(line: String) {
    #expect(file(line).places(where: HouseRule.forces).isEmpty)
  }

  @Test("planted printing is found, a method of that name is not")
  func printing() {
    #expect(HouseRule.prints("  print(a)"))
    #expect(HouseRule.prints("debugPrint(a)"))
    #expect(!HouseRule.prints("report.print(a)"))
    #expect(!HouseRule.prints("fingerprint(a)"))
  }

  @Test("planted SQL is found, English is not")
  func sql() {
    #expect(HouseRule.isSQL("SELECT a FROM b"))
    #expect(HouseRule.isSQL("insert into b values(1)"))
    #expect(!HouseRule.isSQL("select a purpose from the policy"))
    #expect(!HouseRule.isSQL("update the policy"))
  }
}
