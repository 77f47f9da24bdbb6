/// A corporate number (法人番号): thirteen digits with a right check digit, which anyone may know.
public struct CorporateNumber: Hashable, Sendable, CustomStringConvertible {
  /// The thirteen ASCII digits.
  public let digits: String

  /// Takes the number as people type it: full-width digits, spaces and hyphens are normalised.
  ///
  /// Check digit: Ministry of Finance Ordinance No. 70 of 2014, article 2.
  /// - Throws: `empty`, `badCharacter`, `wrongLength` or `badCheckDigit`.
  public init(_ text: String) throws(NumberError) {
    let values = try Self.values(Array(text.utf8))
    guard !values.isEmpty else { throw .empty }
    guard values.count == 13 else { throw .wrongLength }
    guard values[0] == CheckDigit.ofCorporateNumber(values.dropFirst()) else {
      throw .badCheckDigit
    }
    digits = String(decoding: values.map { $0 + 0x30 }, as: UTF8.self)
  }

  public var description: String { digits }

  private static func values(_ bytes: [UInt8]) throws(NumberError) -> [UInt8] {
    var values: [UInt8] = []
    var index = 0
    while index < bytes.count {
      switch NumberSymbol.next(in: bytes.span, at: &index, .utf8) {
      case .digit(let digit): values.append(digit - 0x30)
      case .separator: continue
      case .other: throw .badCharacter
      }
    }
    return values
  }
}
