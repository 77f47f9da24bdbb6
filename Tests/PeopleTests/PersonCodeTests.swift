import People
import Testing
internal import Wording

@Suite("Person codes")
struct PersonCodeTests {
  @Test(
    "An employee's code stands for itself",
    arguments: [
      "0012", "1", "A-001", "tokyo.0012", "a_b", "E-2024-01", "0012-100", "A-0", "A-", "A--B",
      "12345678901", "A-2024-0012", "2024-01", "x-1a", "1-2-003", "1-2-x",
    ])
  func employees(text: String) throws {
    let code = try PersonCode(employee: text)
    #expect(code.text == text)
    #expect(code.dependentNumber == nil)
    #expect(code.employeeCode == code)
  }

  @Test(
    "A dependent's code names the employee",
    arguments: [
      ("0012-2", "0012", 2), ("0012-99", "0012", 99), ("A-001-1", "A-001", 1), ("A-1", "A", 1),
      ("a.b_c-10", "a.b_c", 10), ("A--1", "A-", 1), ("2024-01-2", "2024-01", 2),
    ])
  func dependents(text: String, employee: String, number: Int) throws {
    let code = try PersonCode(text)
    #expect(code.isDependent)
    #expect(code.dependentNumber == number)
    #expect(code.employeeCode.text == employee)
    #expect(try PersonCode.dependent(of: PersonCode(employee), number: number) == code)
    #expect(throws: PeopleError.codeReadsAsDependent) { try PersonCode(employee: text) }
  }

  @Test(
    "A bad code is refused, and the error does not repeat it",
    arguments: [
      ("", PeopleError.codeEmpty), ("12345678901234567890123456", .codeTooLong),
      ("A1234567890123456789012345-1", .codeTooLong),
      ("-0012", .codeHasBadCharacter), (".", .codeHasBadCharacter), ("..", .codeHasBadCharacter),
      ("_a", .codeHasBadCharacter), ("a/b", .codeHasBadCharacter), ("a b", .codeHasBadCharacter),
      ("００１２", .codeHasBadCharacter), ("社員1", .codeHasBadCharacter), ("a\0", .codeHasBadCharacter),
      ("1-2-3", .dependentOutOfRange), ("0012-99-1", .dependentOutOfRange),
      ("A-1-2-3", .dependentOutOfRange), ("a\n", .codeHasBadCharacter),
      ("a;b", .codeHasBadCharacter), ("=1+1", .codeHasBadCharacter),
    ])
  func bad(text: String, error: PeopleError) {
    #expect(throws: error) { try PersonCode(text) }
    #expect(text.count < 3 || !error.description.contains(text))
  }

  @Test(
    "A code that could be a My Number is refused, however it is written",
    arguments: [
      "123456789018", "1234-5678-9018", "1234.5678.9018", "123456789018-1", "A123456789018",
      "0123456789018", "1234567890180", "1_2_3_4_5_6_7_8_9_0_1_8",
    ])
  func numbers(text: String) {
    #expect(throws: PeopleError.codeLooksLikeNumber) { try PersonCode(text) }
  }

  @Test("The longest code of each kind is taken")
  func longest() throws {
    let longest = String(repeating: "x", count: PersonCode.longestEmployeeCode)
    let code = try PersonCode(employee: longest)
    #expect(try PersonCode.dependent(of: code, number: 99).text.utf8.count == PersonCode.longest)
    #expect(throws: PeopleError.codeTooLong) { try PersonCode(longest + "x") }
    #expect(throws: PeopleError.codeTooLong) { try PersonCode(longest + "x-1") }
    #expect(throws: PeopleError.codeTooLong) { try PersonCode(longest + "-01") }
  }

  @Test(
    "A dependent has no dependents, and numbers run from 1 to 99", arguments: [0, 100, -1, .max])
  func numbering(number: Int) throws {
    let employee = try PersonCode("0012")
    #expect(throws: PeopleError.dependentOutOfRange) {
      try PersonCode.dependent(of: employee, number: number)
    }
    #expect(throws: PeopleError.dependentOutOfRange) {
      try PersonCode.dependent(of: PersonCode("0012-1"), number: 1)
    }
  }

  @Test("A household is listed together, in the order of numbers")
  func order() throws {
    let codes = try ["0013", "0012-10", "0012", "0012-2", "0011-1"].map { try PersonCode($0) }
    #expect(codes.sorted().map(\.text) == ["0011-1", "0012", "0012-2", "0012-10", "0013"])
  }
}
