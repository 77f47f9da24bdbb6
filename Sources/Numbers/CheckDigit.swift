/// The check digits of both numbers, on digit values 0…9.
enum CheckDigit {
  /// The check digit of a My Number from the weighted sum of its eleven digits.
  ///
  /// Ministry of Internal Affairs Ordinance No. 85 of 2014, article 5: 11 less the remainder of
  /// the sum by 11, and 0 where the remainder is 0 or 1.
  static func ofMyNumber(sum: Int) -> Int {
    let remainder = sum % 11
    return remainder <= 1 ? 0 : 11 - remainder
  }

  /// The weight of the digit at `index`, 0 being the leftmost of eleven: 6 5 4 3 2 7 6 5 4 3 2.
  static func weight(at index: Int) -> Int { index < 5 ? 6 - index : 12 - index }

  /// The leading check digit of a corporate number from the twelve digits that follow it.
  ///
  /// Ministry of Finance Ordinance No. 70 of 2014, article 2: 9 less the remainder by 9 of the sum
  /// of the digits, each second one from the right doubled.
  static func ofCorporateNumber(_ twelve: some Collection<UInt8>) -> UInt8 {
    var sum = 0
    for (index, digit) in twelve.enumerated() {
      sum += Int(digit) * (index.isMultiple(of: 2) ? 2 : 1)
    }
    return UInt8(9 - sum % 9)
  }
}
