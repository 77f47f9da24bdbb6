/// Goes through the content of a page and notes each character with its place.
///
/// It knows what Cairo writes; what it does not know stops it, since text could hide there.
struct PageContent {
  private(set) var characters: [PlacedCharacter] = []
  /// The names of what is drawn as a whole.
  private(set) var drawn: [[UInt8]] = []
  private let fonts: [[UInt8]: PageFont]
  /// In points.
  private let height: Double
  private var numbers: [Double] = []
  private var names: [[UInt8]] = []
  private var strings: [PDFToken] = []
  private var matrix = PageMatrix()
  private var kept: [PageMatrix] = []
  private var text = PageMatrix()
  private var line = PageMatrix()
  private var font: PageFont?
  private var size = 0.0
  /// What a span says that it stands for, until its first character.
  private var meant: [Unicode.Scalar] = []

  init(fonts: [[UInt8]: PageFont], height: Double) {
    self.fonts = fonts
    self.height = height
  }

  /// - Throws: `unreadable`.
  mutating func read(_ bytes: [UInt8]) throws(TypesettingError) {
    var tokens = PDFTokens(bytes)
    while let token = try tokens.next() {
      switch token {
      case .number(let number):
        numbers.append(number)
        strings.append(token)
      case .text: strings.append(token)
      case .name(let name): names.append(name)
      case .bracket: break
      case .word(let word):
        try run(String(decoding: word, as: UTF8.self))
        numbers.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
        strings.removeAll(keepingCapacity: true)
      }
    }
  }

  private mutating func run(_ word: String) throws(TypesettingError) {
    switch word {
    case "q": kept.append(matrix)
    case "Q":
      guard let last = kept.popLast() else { throw .unreadable }
      matrix = last
    case "cm": matrix = try PageMatrix(numbers[...]).then(matrix)
    case "Do":
      guard let name = names.first else { throw .unreadable }
      drawn.append(name)
    case "BT": (text, line) = (PageMatrix(), PageMatrix())
    case "Tf": try setFont()
    case "Tm":
      line = try PageMatrix(numbers[...])
      text = line
    case "Td":
      guard numbers.count == 2 else { throw .unreadable }
      line = line.moved(x: numbers[0], y: numbers[1])
      text = line
    case "Tj", "TJ": try show()
    case "BDC": try mean()
    case "EMC":
      // What stands for nothing that is drawn: as a space at the end of a line.
      for scalar in meant where !scalar.properties.isWhitespace { note(scalar, upTo: text) }
      meant.removeAll()
    case _ where Self.others.contains(word): break
    default: throw .unreadable
    }
  }

  /// What sets no text: colours, lines, areas and states (ISO 32000-1, annex A).
  private static let others: Set<String> = [
    "ET", "gs", "rg", "RG", "g", "G", "w", "J", "j", "M", "d", "m", "l", "c", "v", "y", "h", "re",
    "S", "s", "f", "f*", "B", "B*", "b", "b*", "n", "W", "W*", "i", "ri",
  ]

  private mutating func setFont() throws(TypesettingError) {
    guard let name = names.first, let found = fonts[name], let given = numbers.first else {
      throw .unreadable
    }
    (font, size) = (found, given)
  }

  /// A span that says which text it stands for; it is noted beside what its glyphs say.
  private mutating func mean() throws(TypesettingError) {
    for case .text(let bytes) in strings {
      guard bytes.starts(with: [0xFE, 0xFF]) else { throw .unreadable }
      meant += try PageFont.scalars(utf16: Array(bytes.dropFirst(2)))
    }
  }

  private mutating func show() throws(TypesettingError) {
    guard let font else { throw .unreadable }
    for part in strings {
      switch part {
      case .number(let distance): text = text.moved(x: -distance / 1000 * size)
      case .text(let bytes): try show(bytes, in: font)
      default: throw .unreadable
      }
    }
  }

  private mutating func show(_ bytes: [UInt8], in font: PageFont) throws(TypesettingError) {
    let step = font.isWide ? 2 : 1
    guard bytes.count % step == 0 else { throw .unreadable }
    for place in stride(from: 0, to: bytes.count, by: step) {
      let code =
        font.isWide ? UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1]) : UInt16(bytes[place])
      let next = text.moved(x: font.width(of: code) / 1000 * size)
      for scalar in meant { note(scalar, upTo: next) }
      meant.removeAll()
      for scalar in try font.scalars(of: code) { note(scalar, upTo: next) }
      text = next
    }
  }

  private mutating func note(_ scalar: Unicode.Scalar, upTo next: PageMatrix) {
    let (start, end) = (text.then(matrix), next.then(matrix))
    characters.append(
      PlacedCharacter(
        scalar: scalar, left: Measure.millimetres(start.x), right: Measure.millimetres(end.x),
        baseline: Measure.millimetres(height - start.y),
        size: Measure.millimetres(abs(size * start.scaleY))))
  }
}
