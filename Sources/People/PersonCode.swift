/// The code by which people are named in files and commands: `0012`, or `0012-2` for a dependent.
///
/// An employee's code has 1 to 25 ASCII letters, digits, `_`, `.` and `-`, begins with a letter or a
/// digit, does not end like a dependent's and holds nothing that could be a My Number. A dependent's
/// is an employee's code, `-` and a number from 1 to 99; a dependent has none.
public struct PersonCode: Hashable, Sendable {
  /// The code as it is written.
  public let text: String

  /// The most characters of an employee's code (受給者番号 of the unified CSV).
  public static let longestEmployeeCode = 25
  /// The most characters of any code.
  public static let longest = longestEmployeeCode + 3

  /// Takes a text that is known to be a valid code.
  init(valid text: String) { self.text = text }

  /// Takes an employee's or a dependent's code.
  ///
  /// Throws `.codeEmpty`, `.codeTooLong`, `.codeHasBadCharacter`, `.dependentOutOfRange` for the
  /// dependent of a dependent, or `.codeLooksLikeNumber`.
  public init(_ text: String) throws(PeopleError) {
    try Self.check(text)
    self.text = text
  }

  /// Takes a code that must be an employee's; throws `.codeReadsAsDependent` if it is not.
  public init(employee text: String) throws(PeopleError) {
    let code = try PersonCode(text)
    guard !code.isDependent else { throw .codeReadsAsDependent }
    self = code
  }

  /// The code of the dependent `number` (1 to 99) of an employee.
  public static func dependent(
    of employee: PersonCode, number: Int
  ) throws(PeopleError) -> PersonCode {
    guard !employee.isDependent, (1...99).contains(number) else { throw .dependentOutOfRange }
    return try PersonCode("\(employee.text)-\(number)")
  }

  /// Whether these are the code's bytes.
  public func isSpelt(_ bytes: Span<UInt8>) -> Bool {
    let own = text.utf8.span
    guard own.count == bytes.count else { return false }
    for place in own.indices where own[place] != bytes[place] { return false }
    return true
  }

  /// Whether the code is a dependent's.
  public var isDependent: Bool { dependentNumber != nil }

  /// The dependent's number, 1 to 99; nil for an employee's code.
  public var dependentNumber: Int? { Self.suffix(of: text.utf8.span)?.number }

  /// The employee's code: this one, or the part of a dependent's before the number.
  public var employeeCode: PersonCode {
    guard let suffix = Self.suffix(of: text.utf8.span) else { return self }
    return PersonCode(valid: String(text.dropLast(suffix.count)))
  }
}

extension PersonCode: Comparable {
  /// Orders a household together: by the employee's code, then by the dependent's number.
  public static func < (left: PersonCode, right: PersonCode) -> Bool {
    let (first, second) = (left.employeeCode.text, right.employeeCode.text)
    return first == second
      ? (left.dependentNumber ?? 0) < (right.dependentNumber ?? 0) : first < second
  }
}

extension PersonCode: CustomStringConvertible {
  /// The code as it is written.
  public var description: String { text }
}

extension PersonCode {
  /// Checks length and characters, without looking for a My Number.
  static func checkShape(_ text: String) throws(PeopleError) {
    let bytes = text.utf8.span
    guard !bytes.isEmpty else { throw .codeEmpty }
    guard bytes.count <= longest else { throw .codeTooLong }
    guard isAlphanumeric(bytes[0]) else { throw .codeHasBadCharacter }
    for place in bytes.indices where !isAllowed(bytes[place]) { throw .codeHasBadCharacter }
    // Only the number of a dependent may stand beyond an employee's longest code.
    let end = suffix(of: bytes)?.count ?? 0
    let own = bytes.extracting(droppingLast: end)
    guard own.count <= longestEmployeeCode else { throw .codeTooLong }
    guard end == 0 || suffix(of: own) == nil else { throw .dependentOutOfRange }
  }

  private static func check(_ text: String) throws(PeopleError) {
    try checkShape(text)
    if couldHoldNumber(text) { throw .codeLooksLikeNumber }
  }

  /// The number after the last hyphen with its length, hyphen included; nil when there is none.
  private static func suffix(of bytes: Span<UInt8>) -> (number: Int, count: Int)? {
    var value = 0
    var scale = 1
    var count = 0
    var leading: UInt8 = 0
    for place in bytes.indices.reversed() {
      let byte = bytes[place]
      if byte == UInt8(ascii: "-") {
        let isNumber = count > 0 && leading != UInt8(ascii: "0") && count < bytes.count - 1
        return isNumber ? (value, count + 1) : nil
      }
      guard (0x30...0x39).contains(byte), count < 2 else { return nil }
      leading = byte
      value += Int(byte - 0x30) * scale
      scale *= 10
      count += 1
    }
    return nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }
}

extension PersonCode {
  /// Takes a code from our own bytes, where it was checked on its way in; throws `.malformed`.
  init(stored text: String) throws(PeopleError) {
    do {
      try Self.checkShape(text)
    } catch {
      throw .malformed
    }
    self.text = text
  }
}
