/// Which number must stand in which box of each copy on paper; the other boxes for numbers are blank.
struct SheetNumbers: ~Copyable {
  private var digits = KeptSecrets()
  /// By copy and box.
  private var copies: [[Int: Range<Int>]] = []
  /// How many copies there are.
  var count: Int { copies.count }

  /// Copies that bear no number.
  init(blank count: Int = 0) { copies = Array(repeating: [:], count: count) }

  /// Begins the next copy.
  mutating func addCopy() { copies.append([:]) }

  /// Expects a number in a box, from 0, of the copy that was begun last.
  mutating func expect(_ number: Span<UInt8>, inBox box: Int) {
    let range = digits.append(number)
    copies[copies.count - 1][box] = range
  }

  /// Whether a box of a copy must hold a number.
  borrowing func hasNumber(inBox box: Int, ofCopy copy: Int) -> Bool { copies[copy][box] != nil }

  /// Whether a text is the number that a box of a copy must hold, in time that does not depend on it.
  borrowing func isNumber(_ text: Span<UInt8>, inBox box: Int, ofCopy copy: Int) -> Bool {
    guard let range = copies[copy][box], range.count == text.count else { return false }
    return digits.withSpan(range) { number in
      var difference: UInt8 = 0
      for place in number.indices { difference |= number[place] ^ text[place] }
      return difference == 0
    }
  }
}
