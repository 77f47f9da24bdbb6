public import Secrets

/// A My Number (個人番号): twelve digits with a right check digit, in memory that is wiped.
///
/// It cannot be copied, printed, compared, encoded or put into an array; its digits are only lent.
public struct MyNumber: ~Copyable, Sendable {
  /// How many digits a My Number has.
  public static let digitCount = 12

  private let digits: SecretBytes

  /// Takes the bytes of a field as people type them.
  ///
  /// ASCII and full-width digits count; spaces, hyphens, dashes and long-vowel marks are skipped.
  /// - Throws: `empty`, `badCharacter`, `wrongLength`, `allZeros` or `badCheckDigit`.
  public init(normalising field: Span<UInt8>, encoding: NumberEncoding) throws(NumberError) {
    digits = try SecretBytes(count: Self.digitCount) { out throws(NumberError) in
      try Self.normalise(field, encoding, into: &out)
      try Self.check(out.span)
    }
  }

  /// Takes exactly twelve ASCII digits.
  /// - Throws: `empty`, `badCharacter`, `wrongLength`, `allZeros` or `badCheckDigit`.
  public init(digits field: Span<UInt8>) throws(NumberError) {
    try Self.checkAll(field)
    digits = SecretBytes(copying: field)
  }

  /// Takes over memory that holds exactly twelve ASCII digits; it is wiped if they are no number.
  /// - Throws: `empty`, `badCharacter`, `wrongLength`, `allZeros` or `badCheckDigit`.
  public init(taking digits: consuming SecretBytes) throws(NumberError) {
    try digits.withSpan { span throws(NumberError) in try Self.checkAll(span) }
    self.digits = digits
  }

  /// Wipes the digits and gives their memory back, so that the next number needs no other.
  public consuming func wiped() -> SecretBytes {
    var memory = digits
    memory.wipe()
    return memory
  }

  /// Lends the twelve ASCII digits to `body`; the span cannot leave the closure.
  public borrowing func withDigits<R: ~Copyable, E: Error>(
    _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R { try digits.withSpan(body) }

  /// The check digit of eleven ASCII digits, itself an ASCII digit; nil for any other input.
  ///
  /// Ministry of Internal Affairs Ordinance No. 85 of 2014, article 5.
  public static func checkDigit(of eleven: Span<UInt8>) -> UInt8? {
    guard eleven.count == digitCount - 1 else { return nil }
    for index in eleven.indices where !(0x30...0x39).contains(eleven[index]) { return nil }
    return expectedCheckDigit(eleven)
  }

  /// The check digit of the first eleven of `digits`, which are known to be ASCII digits.
  private static func expectedCheckDigit(_ digits: Span<UInt8>) -> UInt8 {
    var sum = 0
    for index in 0..<11 { sum += Int(digits[index] - 0x30) * CheckDigit.weight(at: index) }
    return UInt8(0x30 + CheckDigit.ofMyNumber(sum: sum))
  }

  private static func normalise(
    _ field: Span<UInt8>, _ encoding: NumberEncoding, into out: inout MutableSpan<UInt8>
  ) throws(NumberError) {
    var count = 0
    var index = 0
    while index < field.count {
      switch NumberSymbol.next(in: field, at: &index, encoding) {
      case .digit(let digit):
        if count < out.count { out[count] = digit }
        count += 1
      case .separator: continue
      case .other: throw .badCharacter
      }
    }
    guard count > 0 else { throw .empty }
    guard count == out.count else { throw .wrongLength }
  }

  private static func checkAll(_ field: Span<UInt8>) throws(NumberError) {
    guard field.count > 0 else { throw .empty }
    for index in field.indices where !(0x30...0x39).contains(field[index]) { throw .badCharacter }
    guard field.count == digitCount else { throw .wrongLength }
    try check(field)
  }

  private static func check(_ digits: Span<UInt8>) throws(NumberError) {
    var union: UInt8 = 0
    for index in digits.indices { union |= digits[index] - 0x30 }
    guard union != 0 else { throw .allZeros }
    guard digits[11] == expectedCheckDigit(digits) else { throw .badCheckDigit }
  }
}
