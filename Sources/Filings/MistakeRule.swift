public import People
public import Wording

/// The rules that a payroll file, a layout table or the employer file can break.
public enum MistakeRule: Hashable, Sendable {
  // The file.
  case emptyFile
  case fieldCount(found: Int, expected: [Int])
  case notThisRecord(expected: String)
  case headerMissing(String)
  case headerTwice
  /// A column for numbers is filled: they come from the vault, never from this file.
  case numberPresent
  /// Twelve digits that could be a My Number in free text.
  case looksLikeNumber
  /// Thirteen digits on a copy that bears no number.
  case looksLikeCorporateNumber(of: PersonCode)
  /// The text does not fit into its box on paper even in the smallest type.
  case doesNotFit(of: PersonCode)
  /// No font has the character, or it cannot be printed.
  case unprintable(codePoint: String, of: PersonCode)
  case malformed(String)

  // The person.
  case codeMissing
  case badCode(PeopleError)
  case unknownPerson
  case duplicateRow(firstLine: Int)
  case nameOfAnother
  case birthDateDiffers
  case familyUnknown
  case familyAmbiguous(count: Int)
  case familyTwice
  case notASpouse
  case spouseAmongDependents
  case ageDoesNotFit(age: Int)
  /// The vault's day of leaving decides otherwise whether the copy is made.
  case leavingDiffers

  // The value.
  case required
  case forbidden
  case badValue(allowed: String)
  case tooLong(found: Int, limit: Int)
  case wrongLength(found: Int, exactly: Int)
  case notDigits
  case notHalfWidth
  case lineBreak
  /// Outside JIS X 0208, as code points; `remedy` names the columns that may decide it.
  case unencodable(codePoints: [String], remedy: String)
  case badDate
  case badCheckDigit
  case wrongYear(expected: String)
  case otherPayer

  case onlyZeros
  case notASymbol
  /// The family and the given name do not stand apart.
  case notParted
  case notHalfKatakana
  case badSpace
  /// Outside JIS X 0208, in a field that passes as it is.
  case notInJIS(codePoints: [String])

  // The file of notices.
  case wrongEncoding(expected: String)
  case quoted
  case lineEnding
  case fileTooLarge(limit: Int)
  case noticeNotAsked(form: String)
  case nobodyNamed
  /// Nobody has the reading or name, and the birth date.
  case notMatched
  case ambiguousMatch(count: Int)
  case notAField
  case otherOffice
  case sumDiffers
  case belowMinimum(Int)
  case inTheFuture
  case dayDiffers(days: Int)

  // Rows that void a slip filed before.
  /// The register knows no slip of the person.
  case notFiled
  /// The person does not stand on the slip that is voided.
  case notOnFiledSlip

  // What must agree.
  case spouseWithoutFlag
  case flagWithoutSpouse
  case flagOfOtherColumn
  case countDiffers(said: Int, counted: Int)
  case remarksFull(limit: Int)
  /// A part is more than the whole.
  case moreThanWhole
  /// Thirteen digits with a right check digit are a corporate number.
  case notACorporateNumber
  /// Retirement pay of somebody who died has a record of its own.
  case paidOnDeath
}

extension MistakeRule: Worded {
  public var phrase: Phrase {
    switch self {
    case .emptyFile: "the file has no rows"
    case .fieldCount(let found, let expected):
      "fields found: \(found); expected: \(Self.listed(expected))"
    case .notThisRecord(let expected): "not a record \(expected)"
    case .headerMissing(let name): "there is no column \(name)"
    case .headerTwice: "two columns name the same item"
    case .numberPresent:
      "a column for My Numbers is filled; leave it empty, or give --discard-numbers"
    case .looksLikeNumber: "twelve digits here could be a My Number"
    case .looksLikeCorporateNumber(let person):
      "thirteen digits on the copy of \(person) could be a corporate number"
    case .doesNotFit(let person): "too long for its box on the copy of \(person)"
    case .unprintable(let point, let person):
      "\(point) on the copy of \(person) cannot be printed"
    case .malformed(let text): Phrase(verbatim: text)
    default: personRule ?? valueRule
    }
  }

  private var personRule: Phrase? {
    switch self {
    case .codeMissing: "the employee's code is missing"
    case .badCode(let why): why.phrase
    case .unknownPerson: "nobody has this code"
    case .duplicateRow(let line): "the same person's row stands in line \(line)"
    case .nameOfAnother: "the name is not that of the person with this code"
    case .birthDateDiffers: "the birth date is not that of the person with this code"
    case .familyUnknown: "none of this employee's family has this name"
    case .familyAmbiguous(let count): "\(count) of this employee's family have this name"
    case .familyTwice: "the same family member stands twice on this slip"
    case .notASpouse: "this family member is not the spouse"
    case .spouseAmongDependents: "a spouse is no dependent relative"
    case .ageDoesNotFit(let age): "at the end of the year this person is \(age)"
    case .leavingDiffers:
      "the vault does not have this leaving, which decides whether the copy is filed (person leave)"
    case .notFiled:
      "no slip of this person is registered that could be voided; give its day by --number-as-of"
    case .notOnFiledSlip:
      "this person does not stand on the slip that is voided; give its day by --number-as-of"
    default: nil
    }
  }

  private var valueRule: Phrase {
    switch self {
    case .required: "a value is required"
    case .forbidden: "this item must be left empty"
    case .badValue(let allowed): "the value must be one of \(allowed)"
    case .tooLong(let found, let limit): "\(found) characters, where \(limit) fit"
    case .wrongLength(let found, let exactly): "characters found: \(found); expected: \(exactly)"
    case .notDigits: "only digits may stand here"
    case .notHalfWidth: "only half-width characters may stand here, and no comma or quote"
    case .lineBreak: "a line break may not stand here"
    case .unencodable(let points, let remedy):
      "no place in JIS X 0208 for \(points.joined(separator: ", ")); \(remedy)"
    case .badDate: "there is no such day"
    case .badCheckDigit: "the check digit of the municipality's code is wrong"
    case .wrongYear(let expected): "the year is not \(expected)"
    case .otherPayer: "the payer's number is not the employer's"
    case .onlyZeros: "zeros alone may not stand here"
    case .notASymbol:
      "letters and digits alone, or half-width katakana alone, may stand here, and not zeros alone"
    case .notParted: "the family and the given name stand apart by one space"
    case .notHalfKatakana: "only half-width katakana may stand here"
    case .badSpace: "no half-width space and no two spaces together may stand here"
    case .notInJIS(let points): "no place in JIS X 0208 for \(points.joined(separator: ", "))"
    default: noticeRule ?? agreementRule
    }
  }

  private var noticeRule: Phrase? {
    switch self {
    case .wrongEncoding(let expected): "the file is not \(expected)"
    case .quoted: "a field of this file has no quotes"
    case .lineEnding: "lines end with CRLF"
    case .fileTooLarge(let limit): "the file would be larger than \(limit) bytes"
    case .noticeNotAsked(let form): "a notice of another form (\(form)) than --form names"
    case .nobodyNamed: "the record names nobody"
    case .notMatched:
      "nobody on record has this name and birth date; --match FILE says who it is"
    case .ambiguousMatch(let count):
      "\(count) people on record have this name and birth date; --match FILE says who it is"
    case .notAField: "no number stands at this line and item of the file of notices"
    case .otherOffice: "not the office that the file is of"
    case .sumDiffers: "not the sum of its parts"
    case .belowMinimum(let least): "less than \(least)"
    case .inTheFuture: "the day is in the future"
    case .dayDiffers(let days): "not the right day: \(days) after the one it follows"
    default: nil
    }
  }

  private var agreementRule: Phrase {
    switch self {
    case .spouseWithoutFlag:
      "a spouse is named, but neither the flag nor an amount of deduction says so"
    case .flagWithoutSpouse: "the flag says there is a spouse, but none is named"
    case .flagOfOtherColumn: "the value does not fit the column of the tax table (甲, 乙, 丙)"
    case .countDiffers(let said, let counted): "\(said) is given, but the names make \(counted)"
    case .remarksFull(let limit): "more numbers than \(limit) characters hold"
    case .moreThanWhole: "more than the amount that it is part of"
    case .notACorporateNumber: "no corporate number (法人番号), or another than in the rows before"
    case .paidOnDeath:
      "what is paid for somebody who died goes on another record (退職手当金等受給者別支払調書)"
    default: "the value is wrong"
    }
  }

  private static func listed(_ counts: [Int]) -> String {
    counts.map(String.init).joined(separator: " / ")
  }
}
