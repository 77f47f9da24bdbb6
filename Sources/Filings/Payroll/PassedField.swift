import Text

/// A field that passes through, as far as it is looked at in every row.
struct PassedField: Sendable {
  /// The place in the row, from 0.
  let place: Int
  let item: RecordItem
  /// Whether its text is kept, to be held against the vault and other items.
  let isWatched: Bool
  /// Whether what stands there is free text, in which a number could hide.
  let isFree: Bool
  private let characters: FieldClass
  private let width: Int
  private let isExact: Bool
  /// The codes of one digit that it takes, a bit each; 0 for any value of its class.
  private let digits: UInt16
  /// Whether bytes alone do not tell which values are right.
  private let needsCloserLook: Bool

  init(_ field: LayoutField, isWatched: Bool) {
    place = field.number - 1
    item = field.item
    self.isWatched = isWatched
    isFree = field.characters == .full || field.characters == .half
    characters = field.characters
    width = field.width
    isExact = field.isExact
    digits = field.characters == .digits ? Self.digits(field.codes) : 0
    needsCloserLook = field.codes != nil && digits == 0
  }

  /// The codes as bits, if all are digits; else 0.
  private static func digits(_ codes: FieldCodes?) -> UInt16 {
    guard let codes, !codes.areExcluded else { return 0 }
    var bits: UInt16 = 0
    for value in codes.values {
      guard value.utf8.count == 1, let digit = UInt16(value) else { return 0 }
      bits |= 1 << digit
    }
    return bits
  }

  /// Whether bytes are right, by class and width alone; false where a closer look has to tell.
  func isPlainlyRight(_ bytes: Span<UInt8>, _ encoding: TextEncoding) -> Bool {
    guard !needsCloserLook, let count = count(bytes, encoding) else { return false }
    return (isExact ? count == width : count <= width) && isCode(bytes)
  }

  private func isCode(_ bytes: Span<UInt8>) -> Bool {
    if item == .municipality { return MunicipalityCode.isValid(bytes) }
    return digits == 0 || bytes.count == 1 && digits & 1 << UInt16(bytes[0] - 0x30) != 0
  }

  /// How many characters of the class the bytes are; nil for others, or where bytes do not tell.
  private func count(_ bytes: Span<UInt8>, _ encoding: TextEncoding) -> Int? {
    switch characters {
    case .digits: Self.all(bytes) { (0x30...0x39).contains($0) }
    case .half: Self.all(bytes, Self.isHalf)
    case .halfKana where encoding == .cp932:
      Self.all(bytes) { Self.isHalf($0) || (0xA1...0xDF).contains($0) }
    case .full where encoding == .cp932, .kana where encoding == .cp932:
      JISX0208.count(ofCP932: bytes)
    default: nil
    }
  }

  private static func isHalf(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) && byte != 0x22 && byte != 0x2C
  }

  private static func all(_ bytes: Span<UInt8>, _ isRight: (UInt8) -> Bool) -> Int? {
    for index in bytes.indices where !isRight(bytes[index]) { return nil }
    return bytes.count
  }
}
