internal import Numbers
internal import Secrets

/// Numbers that the gate lent in this run, in secret memory, to hold what was made against; each is
/// compared in time that does not depend on it.
struct LentNumbers: ~Copyable {
  private var digits = SecretBytes(count: MyNumber.digitCount) { _ in }

  /// Makes room for as many as a batch has.
  mutating func begin(count: Int) {
    if digits.count < count * MyNumber.digitCount {
      digits = SecretBytes(count: count * MyNumber.digitCount) { _ in }
    }
  }

  /// Keeps the twelve digits of a number at its place among them.
  mutating func keep(_ number: Span<UInt8>, at place: Int) {
    let start = place * MyNumber.digitCount
    digits.withMutableSpan { span in
      for index in number.indices { span[start + index] = number[index] }
    }
  }

  /// Whether a field is the number at a place, behind a zero if it has 13 characters.
  borrowing func isNumber(_ field: Span<UInt8>, at place: Int) -> Bool {
    let lead = field.count - MyNumber.digitCount
    guard lead == 0 || lead == 1 && field[0] == 0x30 else { return false }
    return digits.withSpan { digits in
      var difference: UInt8 = 0
      for index in 0..<MyNumber.digitCount {
        difference |= field[lead + index] ^ digits[place * MyNumber.digitCount + index]
      }
      return difference == 0
    }
  }

  /// Copies the digits of the number at a place to a place in `span`.
  borrowing func copy(_ place: Int, to span: inout MutableSpan<UInt8>, at start: Int) {
    digits.withSpan { digits in
      for index in 0..<MyNumber.digitCount {
        span[start + index] = digits[place * MyNumber.digitCount + index]
      }
    }
  }

  /// Wipes them.
  mutating func forget() { digits.wipe() }
}
