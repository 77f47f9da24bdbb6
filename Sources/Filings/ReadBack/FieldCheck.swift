internal import Numbers
internal import Secrets

/// What a field of a file with numbers may hold: where a number belongs, the number that the gate
/// lent in this run and nothing else; elsewhere nothing that could be one.
struct FieldCheck: Sendable {
  let scan: FieldScan
  let known: KnownTexts
  /// 13 where a zero stands before a number, else 12.
  let numberWidth: Int

  /// What is wrong with a field for nobody's number; nil if nothing is.
  func odd(_ field: Span<UInt8>) -> ReadBackFault.Kind? {
    // Nearly all fields are shorter than a number.
    guard field.count >= MyNumber.digitCount else { return nil }
    let isOdd = MyNumber.looksLikeNumber(in: field, scan.encoding) && !known.contains(field)
    return isOdd ? .looksLikeNumber : nil
  }

  /// What is wrong with a field for the numbers of some people; nil if nothing is.
  func wrong(
    _ field: Span<UInt8>, _ places: ArraySlice<ExpectedNumbers.Place>,
    _ numbers: borrowing LentNumbers
  ) -> ReadBackFault.Kind? {
    let wanted = places.compactMap(\.number)
    if wanted.isEmpty { return isBlank(field) ? nil : .notBlank }
    if places.contains(where: \.isRemark) {
      return areNumbers(field, wanted, numbers) ? nil : .notTheNumber
    }
    let isWhole =
      wanted.count == 1 && field.count == numberWidth && numbers.isNumber(field, at: wanted[0])
    return isWhole ? nil : .notTheNumber
  }

  /// Whether a field is empty, or a space, as the last of a tax record has to be.
  private func isBlank(_ field: Span<UInt8>) -> Bool {
    field.isEmpty || field.count == 1 && field[0] == 0x20
  }

  /// Whether the runs of digits in a field are labels of at most three digits, each before one of
  /// the numbers, in their order.
  private func areNumbers(
    _ field: Span<UInt8>, _ wanted: [Int], _ numbers: borrowing LentNumbers
  ) -> Bool {
    var run = SecretBytes(count: MyNumber.digitCount) { _ in }
    var (length, found, index) = (0, 0, 0)
    while index <= field.count {
      let digit = MyNumber.digit(in: field, at: &index, scan.encoding)
      if let digit {
        guard length < MyNumber.digitCount else { return false }
        let place = length
        run.withMutableSpan { $0[place] = digit }
        length += 1
        continue
      }
      if length > 3 {
        let isNext =
          length == MyNumber.digitCount && found < wanted.count
          && run.withSpan { numbers.isNumber($0, at: wanted[found]) }
        guard isNext else { return false }
        found += 1
      }
      length = 0
      if index == field.count { break }
    }
    return found == wanted.count
  }
}
