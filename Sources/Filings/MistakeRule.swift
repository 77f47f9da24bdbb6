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
  case looksLikeCorporateNumber
  /// The text does not fit into its box on paper even in the smallest type.
  case doesNotFit
  /// A passphrase is not 8 to 127 printable ASCII characters.
  case badPassphrase
  /// The file of passphrases has none for the person.
  case noPassphrase
  /// No font has the character, or it cannot be printed.
  case unprintable(codePoint: String)
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
  case notFullWidth
  case lineBreak
  /// Outside JIS X 0208, as code points.
  case unencodable(codePoints: [String], remedy: CharacterRemedy)
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
  /// The row is not the one that is voided, beside its mark.
  case notAsFiled

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
  case adjustedInOtherColumn
  /// More than the figure of which it is a part (内書き).
  case partExceedsWhole(of: String)
  /// A sign that another one excludes.
  case excludes(String)
  case minorWithoutFlag(age: Int)
  case collectionWithoutReason
  case reasonWithoutCollection
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
    case .looksLikeCorporateNumber: "thirteen digits here could be a corporate number"
    case .doesNotFit: "too long for its box on paper; write it shorter in the file"
    case .unprintable(let point):
      "\(point) cannot be printed; write it otherwise in the file"
    case .badPassphrase: "a passphrase is 8 to 127 printable ASCII characters"
    case .noPassphrase: "the file of passphrases has none for this person"
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
    case .nameOfAnother:
      "the name is not that of the person with this code; mend the code or the name"
    case .birthDateDiffers:
      "the birth date is not that of the person with this code; mend it here or there"
    case .familyUnknown:
      "none of this employee's family has this name; import the person or mend the name"
    case .familyAmbiguous(let count):
      "\(count) of this employee's family have this name; add a column 生年月日 of the place"
    case .familyTwice:
      "the same family member stands twice on this slip; take one out"
    case .notASpouse:
      "this family member is not the spouse; mend the place, or 続柄 in the roster"
    case .spouseAmongDependents:
      "a spouse is no dependent relative; use the spouse's place"
    case .ageDoesNotFit(let age):
      "this person is \(age) at the end of the year; mend the place or sign, or the birth date"
    case .leavingDiffers:
      "the vault does not have this leaving, which decides whether the copy is filed (person leave)"
    case .notFiled:
      "no slip of this person is registered that could be voided; give its day by --number-as-of"
    case .notOnFiledSlip:
      "this person does not stand on the slip that is voided; give its day by --number-as-of"
    case .notAsFiled:
      "what voids a slip equals it; write this as it stands in the file that was filed"
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
    case .notFullWidth: "half-width characters may not stand here; write them in full width"
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
      "a spouse is named, but neither sign nor deduction says so; mend them or the name"
    case .flagWithoutSpouse:
      "a spouse is said to be there, but none is named; mend the sign or name the spouse"
    case .flagOfOtherColumn:
      "the value does not fit the column of the tax table (甲, 乙, 丙); mend one of them"
    case .countDiffers(let said, let counted):
      "\(said) is given, but the names make \(counted); mend the count or the names"
    case .remarksFull(let limit):
      "more numbers than \(limit) characters hold; ask the office how to file them"
    case .adjustedInOtherColumn:
      "pay outside 甲 has no year-end adjustment; mend 年末調整 or 税額表区分"
    case .partExceedsWhole(let whole): "more than \(whole), of which it is a part; mend one of them"
    case .excludes(let other): "cannot be set together with \(other); clear one of them"
    case .minorWithoutFlag(let age):
      "this person is \(age) at the end of the year; set the sign to 1"
    case .collectionWithoutReason: "普通徴収 needs its reason; fill 普通徴収理由"
    case .reasonWithoutCollection: "普通徴収理由 is given, but 普通徴収 is 0; mend one of them"
    case .moreThanWhole: "more than the amount that it is part of; mend one of them"
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
