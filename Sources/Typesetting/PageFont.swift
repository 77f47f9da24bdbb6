/// What a font of a PDF says of its codes: which characters they are, and how wide.
///
/// It knows the fonts that Cairo embeds: simple ones and such of two bytes a code, each with a map to
/// Unicode (ISO 32000-1 9.6, 9.7, 9.10.3).
struct PageFont {
  /// Whether a code has two bytes.
  let isWide: Bool
  /// By code, in thousandths of the size.
  private var widths: [Double] = []
  private let widthOfOthers: Double
  private var texts: [UInt16: [Unicode.Scalar]] = [:]

  /// - Throws: `unreadable` for a font without a map to Unicode, and of another kind.
  init(_ font: UInt32, in document: QPDFDocument) throws(TypesettingError) {
    isWide = document.isName(document.value("/Subtype", of: font), "/Type0")
    if isWide {
      guard document.isName(document.value("/Encoding", of: font), "/Identity-H"),
        let own = document.elements(of: document.value("/DescendantFonts", of: font)).first
      else { throw .unreadable }
      let given = document.number(document.value("/DW", of: own))
      widthOfOthers = given == 0 ? 1000 : given
      try takeWidths(document.elements(of: document.value("/W", of: own)), in: document)
    } else {
      widthOfOthers = 0
      let number = document.number(document.value("/FirstChar", of: font))
      guard let first = Int(exactly: number), 0...255 ~= first else { throw .unreadable }
      let given = document.elements(of: document.value("/Widths", of: font))
      widths = Array(repeating: 0, count: first) + given.map { document.number($0) }
    }
    try takeMap(document.content(ofStream: document.value("/ToUnicode", of: font)))
  }

  /// The characters of a code.
  ///
  /// - Throws: `unreadable` where the font does not say.
  func scalars(of code: UInt16) throws(TypesettingError) -> [Unicode.Scalar] {
    guard let scalars = texts[code] else { throw .unreadable }
    return scalars
  }

  /// In thousandths of the size.
  func width(of code: UInt16) -> Double {
    Int(code) < widths.count ? widths[Int(code)] : widthOfOthers
  }

  /// A first code and an array of widths, once or more often.
  private mutating func takeWidths(
    _ parts: [UInt32], in document: QPDFDocument
  ) throws(TypesettingError) {
    guard parts.count % 2 == 0 else { throw .unreadable }
    for place in stride(from: 0, to: parts.count, by: 2) {
      guard let first = Int(exactly: document.number(parts[place])), 0...0xFFFF ~= first,
        document.isArray(parts[place + 1])
      else { throw .unreadable }
      for (index, width) in document.elements(of: parts[place + 1]).enumerated() {
        while widths.count <= first + index { widths.append(widthOfOthers) }
        widths[first + index] = document.number(width)
      }
    }
  }

  private mutating func takeMap(_ bytes: [UInt8]) throws(TypesettingError) {
    var tokens = PDFTokens(bytes)
    var strings: [[UInt8]] = []
    while let token = try tokens.next() {
      switch token {
      case .text(let text): strings.append(text)
      case .word(Self.ranges): throw .unreadable
      case .word(Self.end):
        for place in stride(from: 0, to: strings.count - 1, by: 2) {
          texts[try code(strings[place])] = try Self.scalars(utf16: strings[place + 1])
        }
        strings.removeAll()
      case .word: strings.removeAll()
      case .number, .name, .bracket: break
      }
    }
  }

  private static let end = Array("endbfchar".utf8)
  private static let ranges = Array("beginbfrange".utf8)

  private func code(_ bytes: [UInt8]) throws(TypesettingError) -> UInt16 {
    guard bytes.count == (isWide ? 2 : 1) else { throw .unreadable }
    return bytes.reduce(0) { $0 << 8 | UInt16($1) }
  }

  /// - Throws: `unreadable` for what is no UTF-16.
  static func scalars(utf16 bytes: [UInt8]) throws(TypesettingError) -> [Unicode.Scalar] {
    guard bytes.count % 2 == 0 else { throw .unreadable }
    var units = stride(from: 0, to: bytes.count, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }.makeIterator()
    var (decoder, scalars): (UTF16, [Unicode.Scalar]) = (UTF16(), [])
    while true {
      switch decoder.decode(&units) {
      case .scalarValue(let scalar): scalars.append(scalar)
      case .emptyInput: return scalars
      case .error: throw .unreadable
      }
    }
  }
}
