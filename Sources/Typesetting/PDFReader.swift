/// Reads the texts of a PDF that was made here: which characters stand where.
///
/// It is for holding what was made against what was meant, so that it trusts nothing of how it was
/// made: it goes by the file alone, and what it does not understand stops it. Its memory is not wiped:
/// where numbers may stand in a file, it runs in a process that ends.
public struct PDFReader: ~Copyable {
  private let document: QPDFDocument
  private var fonts: [Int32: PageFont] = [:]
  private var seen: Set<Int32> = []
  /// The characters of forms that pages draw as a whole, each form once; where they stand is told
  /// as within their form.
  public private(set) var formCharacters: [PlacedCharacter] = []
  public var pageCount: Int { document.pageCount }

  /// Opens a file.
  ///
  /// - Parameter passphrase: Of an encrypted file, with a zero byte after it.
  /// - Throws: `callFailed` for what is no PDF, or one with any fault; `badPassphrase`.
  public init(path: String, passphrase: Span<UInt8>? = nil) throws(TypesettingError) {
    document = try QPDFDocument(path: path, passphrase: passphrase)
  }

  /// The characters that a page draws, in the order in which it does.
  ///
  /// - Parameter place: From 0.
  /// - Throws: `unreadable`, `callFailed`.
  public mutating func characters(ofPage place: Int) throws(TypesettingError) -> [PlacedCharacter] {
    defer { document.release() }
    let page = document.page(place)
    let box = document.elements(of: document.value("/MediaBox", of: page)).map {
      document.number($0)
    }
    guard box.count == 4, box[0] == 0, box[1] == 0 else { throw .unreadable }
    let content = try document.content(ofPage: page)
    let found = try read(content, document.value("/Resources", of: page), height: box[3], depth: 0)
    try document.check("a page")
    return found
  }

  private mutating func read(
    _ bytes: [UInt8], _ resources: UInt32, height: Double, depth: Int
  ) throws(TypesettingError) -> [PlacedCharacter] {
    var content = PageContent(fonts: try fonts(of: resources), height: height)
    try content.read(bytes)
    let forms = document.value("/XObject", of: resources)
    for name in content.drawn {
      let form = document.value("/" + String(decoding: name, as: UTF8.self), of: forms)
      try readForm(form, depth: depth + 1)
    }
    return content.characters
  }

  private mutating func readForm(_ form: UInt32, depth: Int) throws(TypesettingError) {
    guard document.isName(document.value("/Subtype", of: form), "/Form"), depth < 8 else {
      throw .unreadable
    }
    guard seen.insert(document.id(of: form)).inserted else { return }
    let content = try document.content(ofStream: form)
    formCharacters += try read(
      content, document.value("/Resources", of: form), height: 0, depth: depth)
  }

  private mutating func fonts(of resources: UInt32) throws(TypesettingError) -> [[UInt8]: PageFont]
  {
    let named = document.value("/Font", of: resources)
    var found: [[UInt8]: PageFont] = [:]
    for key in document.keys(of: named) {
      let font = document.value(key, of: named)
      let id = document.id(of: font)
      let known: PageFont
      if let old = fonts[id] { known = old } else { known = try PageFont(font, in: document) }
      if id != 0 { fonts[id] = known }
      found[Array(key.utf8.dropFirst())] = known
    }
    return found
  }
}
