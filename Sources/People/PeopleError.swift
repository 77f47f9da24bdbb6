public import Wording

/// What was wrong with a value of this room; no case carries the value itself.
public enum PeopleError: Error, Equatable, Sendable {
  /// The bytes are not the one canonical encoding of anything.
  case malformed
  /// A person code is empty.
  case codeEmpty
  /// A person code is longer than ``PersonCode/longestEmployeeCode`` characters.
  case codeTooLong
  /// A person code has a character other than ASCII letters, digits, `_`, `.` and `-`, or does not
  /// begin with a letter or a digit.
  case codeHasBadCharacter
  /// A person code holds twelve digits that would pass as a My Number.
  case codeLooksLikeNumber
  /// An employee's code ends like a dependent's (`-1` to `-99`).
  case codeReadsAsDependent
  /// A dependent's number is not 1 to 99, or the code before it is a dependent's itself.
  case dependentOutOfRange
  /// An identifier is not 16 bytes.
  case identifierLength
  /// A family member is told by name, and the name of one of the family was lost.
  case relativeUnknown
}

extension PeopleError: Worded {
  /// A sentence without any part of the refused value.
  public var phrase: Phrase {
    switch self {
    case .malformed: "the bytes are not a canonical encoding"
    case .codeEmpty: "the code is empty"
    case .codeTooLong: "the code is longer than \(PersonCode.longestEmployeeCode) characters"
    case .codeHasBadCharacter:
      "the code must begin with an ASCII letter or digit and hold only those and _ . -"
    case .codeLooksLikeNumber: "the code holds twelve digits that could be a My Number"
    case .codeReadsAsDependent: "the code ends in -1 to -99, which marks a dependent"
    case .dependentOutOfRange: "a dependent's number must be 1 to 99 of an employee's code"
    case .identifierLength: "an identifier must be 16 bytes"
    case .relativeUnknown:
      "a restore has lost the name of one of the family, who may be this one: give the number of each member"
    }
  }
}
