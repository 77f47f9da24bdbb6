import People
import Text

/// How a record names somebody: reading, name and birth date.
struct NoticeName: Hashable {
  let kana: String?
  let name: String?
  let birthDate: CalendarDate?

  init(_ row: NoticeRow, _ owner: NumberOwner) {
    kana = row.text(.kana, of: owner)
    name = row.text(.name, of: owner)
    birthDate = row.birthDate(of: owner)
  }

  /// Whether a person has the birth date, and the reading; where none is on record, the name.
  func fits(_ profile: Profile) -> Bool {
    guard let birthDate, profile.birthDate == birthDate else { return false }
    return bearsReading(profile) ?? bearsName(profile) ?? false
  }

  /// Whether the reading is a person's; nil where either side has none.
  func bearsReading(_ profile: Profile) -> Bool? {
    guard let kana, let known = profile.kana, !known.isEmpty else { return nil }
    return Self.key(kana) == Self.key(known)
  }

  /// Whether the name is a person's; nil where the record has none.
  func bearsName(_ profile: Profile) -> Bool? { name.map { SlipPlanner.isNamed(profile, $0) } }

  /// Readings are compared without widths, spaces and small kana, which old systems write large.
  private static func key(_ reading: String) -> String {
    let half = Folding.halfWidthKatakana(Folding.key(reading))
    return String(String.UnicodeScalarView(half.unicodeScalars.map(large)))
  }

  private static func large(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF67...0xFF6B: Unicode.Scalar(scalar.value + 0xA) ?? scalar
    case 0xFF6C...0xFF6E: Unicode.Scalar(scalar.value + 0x28) ?? scalar
    case 0xFF6F: "ﾂ"
    default: scalar
    }
  }
}
