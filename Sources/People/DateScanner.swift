/// Reads one date from the front of a short text, scalar by scalar.
struct DateScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  /// No date is longer than this; a longer text is cut, and then fails.
  private static let limit = 40

  init(_ text: String) {
    scalars = text.unicodeScalars.prefix(Self.limit + 1).map(Self.narrowed)
  }

  var isAtEnd: Bool { position == scalars.count }

  mutating func skipSpaces() {
    while take(" ") || take("\t") {}
  }

  mutating func date() -> CalendarDate? {
    if let era = era() { return rest(of: era) }
    guard let year = number(digits: 4...4), let (month, day) = monthAndDay() else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private mutating func rest(of era: Era) -> CalendarDate? {
    guard let year = take("元") ? 1 : number(digits: 1...2), let (month, day) = monthAndDay()
    else { return nil }
    return CalendarDate(era: era, year: year, month: month, day: day)
  }

  private mutating func monthAndDay() -> (Int, Int)? {
    if take("年") {
      guard let month = number(digits: 1...2), take("月"), let day = number(digits: 1...2),
        take("日")
      else { return nil }
      return (month, day)
    }
    for separator in ["-", "/", "."] as [Unicode.Scalar] where take(separator) {
      guard let month = number(digits: 1...2), take(separator), let day = number(digits: 1...2)
      else { return nil }
      return (month, day)
    }
    return nil
  }

  private mutating func era() -> Era? {
    for era in Era.allCases where takes(era) { return era }
    return nil
  }

  private mutating func takes(_ era: Era) -> Bool {
    let signs: [String] = [
      era.japanese, String(era.letter), String(era.letter).lowercased(), Self.sign(of: era),
    ]
    for sign in signs {
      let wanted = Array(sign.unicodeScalars)
      if scalars[position...].starts(with: wanted) {
        position += wanted.count
        return true
      }
    }
    return false
  }

  private mutating func number(digits allowed: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while position < scalars.count, ("0"..."9").contains(scalars[position]) {
      guard count < allowed.upperBound else { return nil }
      value = value * 10 + Int(scalars[position].value - 0x30)
      position += 1
      count += 1
    }
    return allowed.contains(count) ? value : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < scalars.count, scalars[position] == scalar else { return false }
    position += 1
    return true
  }

  /// Full-width ASCII and the ideographic space as their ASCII counterparts.
  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    default: scalar
    }
  }

  /// The era written in one character, as in ㋿.
  private static func sign(of era: Era) -> String {
    switch era {
    case .meiji: "\u{337E}"
    case .taisho: "\u{337D}"
    case .showa: "\u{337C}"
    case .heisei: "\u{337B}"
    case .reiwa: "\u{32FF}"
    }
  }
}
