/// JIS X 0208: the kanji of the first and second level and the signs that filings accept.
///
/// Computed from the CP932 code: rows 1–8 and 16–84 are the standard's; row 13 (① ㈱ Ⅲ) and rows
/// 89–119 (髙 﨑) are NEC's and IBM's extensions. ASCII and half-width kana are no part of it.
/// A character that CP932 folds (〜 − and the like) counts by its folded form.
public enum JISX0208 {
  /// Whether the standard has `character`; false too where the C library has no CP932.
  public static func contains(_ character: Character) -> Bool {
    let scalars = Folding.composed(String(character)).unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return false }
    return contains(scalar)
  }

  /// The characters of `text` that the standard lacks, each once, in order of appearance.
  public static func missing(in text: String) -> [Character] {
    var found: [Character] = []
    for character in text where !contains(character) && !found.contains(character) {
      found.append(character)
    }
    return found
  }

  /// How many characters bytes of CP932 are that the standard has; nil if any is another, or the C
  /// library has no CP932.
  public static func count(ofCP932 bytes: Span<UInt8>) -> Int? {
    guard bytes.count.isMultiple(of: 2), let table = CP932Table.shared else { return nil }
    for index in stride(from: 0, to: bytes.count, by: 2) {
      let code = UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
      guard CP932.isLead(bytes[index]), isInRows(code), table.scalar(of: code) != nil else {
        return nil
      }
    }
    return bytes.count / 2
  }

  private static func contains(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII, let code = try? CP932.code(of: scalar), code > 0xFF else { return false }
    return isInRows(code)
  }

  private static func isInRows(_ code: UInt16) -> Bool {
    let row = row(of: code)
    return (1...8).contains(row) || (16...84).contains(row)
  }

  /// The row (区) of a two-byte code: each lead byte holds two rows of 94.
  private static func row(of code: UInt16) -> Int {
    let lead = Int(code >> 8)
    let pair = lead < 0xA0 ? lead - 0x81 : lead - 0xC1
    return pair * 2 + (code & 0xFF < 0x9F ? 1 : 2)
  }
}
