import Glibc

/// Every code of CP932 and its character, both ways, asked of iconv once a process.
struct CP932Table: Sendable {
  /// Nil where the C library has no such converter.
  static let shared = CP932Table()

  // By code, and by character; 0 where there is none. All characters are in the basic plane.
  private var scalars = [UInt16](repeating: 0, count: 1 << 16)
  private var codes = [UInt16](repeating: 0, count: 1 << 16)

  private init?() {
    guard let converter = CodeConverter() else { return nil }
    for byte in UInt8(0xA1)...0xDF { add(UInt16(byte), converter) }
    // A character with several codes gets the one that Windows writes: JIS X 0208 first, then the
    // NEC row, then IBM's extension, and the rows where NEC repeats IBM's last.
    for lead in Self.leads { add(lead: lead, converter) }
    for lead in UInt8(0xED)...0xEE { add(lead: lead, converter) }
  }

  private static let leads: [UInt8] =
    Array(0x81...0x86) + Array(0x88...0x9F) + Array(0xE0...0xEC) + Array(0xEF...0xEF) + [0x87]
    + Array(0xFA...0xFC) + Array(0xF0...0xF9)

  func scalar(of code: UInt16) -> Unicode.Scalar? {
    let value = scalars[Int(code)]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  func code(of scalar: Unicode.Scalar) -> UInt16? {
    guard scalar.value <= 0xFFFF else { return nil }
    let code = codes[Int(scalar.value)]
    return code == 0 ? nil : code
  }

  private mutating func add(lead: UInt8, _ converter: borrowing CodeConverter) {
    for trail in UInt8(0x40)...0xFC where CP932.isTrail(trail) {
      add(UInt16(lead) << 8 | UInt16(trail), converter)
    }
  }

  private mutating func add(_ code: UInt16, _ converter: borrowing CodeConverter) {
    guard let value = converter.scalar(of: code) else { return }
    scalars[Int(code)] = value
    let isUserDefined = (0xE000...0xF8FF).contains(value)
    if codes[Int(value)] == 0 && !isUserDefined { codes[Int(value)] = code }
  }
}
