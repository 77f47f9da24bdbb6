internal import People

/// An entry's time in a form that is quick to read and to compare: its fourteen digits.
struct EntryTime: Comparable, Sendable {
  private let digits: Int

  /// Takes a time as it stands in an entry, with its quotes; nil for another form.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count == 22 else { return nil }
    var digits = 0
    for place in 1...20 {
      switch place {
      case 5, 8: guard bytes[place] == UInt8(ascii: "-") else { return nil }
      case 11: guard bytes[place] == UInt8(ascii: "T") else { return nil }
      case 14, 17: guard bytes[place] == UInt8(ascii: ":") else { return nil }
      case 20: guard bytes[place] == UInt8(ascii: "Z") else { return nil }
      default:
        let digit = bytes[place] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        digits = 10 * digits + Int(digit)
      }
    }
    self.digits = digits
  }

  static func < (left: EntryTime, right: EntryTime) -> Bool { left.digits < right.digits }

  /// The moment; nil if there is none such.
  var timestamp: Timestamp? {
    let (date, clock) = (digits / 1_000_000, digits % 1_000_000)
    guard
      let day = CalendarDate(year: date / 10_000, month: date / 100 % 100, day: date % 100),
      clock / 10_000 < 24, clock / 100 % 100 < 60, clock % 100 < 60
    else { return nil }
    let second = clock / 10_000 * 3600 + clock / 100 % 100 * 60 + clock % 100
    return Timestamp(day, secondOfDay: second)
  }
}
