internal import Numbers
internal import Secrets
internal import Typesetting

/// Reads the pages of a PDF back before it is released, and holds each box against what may stand in
/// it: the number of the person whose box it is, as the gate lent it in this run, and nowhere else what
/// could be a number.
///
/// It goes by the file alone. What it reads is not wiped: where numbers may stand in a file, it runs
/// in a process that ends (``SheetCheck``).
struct PageReadBack: ~Copyable {
  private var reader: PDFReader
  private let form: PaperForm?
  private let copiesOnPage: Int
  private let known: KnownTexts
  private let gap: Double
  /// The boxes of the copies on a page one after another, then the labels of copies made anew.
  private let frames: [Frame]

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - form: On which it was drawn; nil for pages without boxes.
  ///   - known: Texts that may look like a number.
  ///   - gap: How far the parts of a text stand from each other at most, in sizes of its type.
  ///   - passphrase: Of an encrypted file, with a zero byte after it.
  /// - Throws: `typesetting`.
  init(
    _ path: String, on form: PaperForm?, _ arrangement: SheetArrangement = .single,
    known: KnownTexts = KnownTexts(), gap: Double = 4, passphrase: Span<UInt8>? = nil
  ) throws(FilingError) {
    let reader = try Self.reading { () throws(TypesettingError) in
      try PDFReader(path: path, passphrase: passphrase)
    }
    self.reader = reader
    self.form = form
    (self.known, self.gap) = (known, gap)
    copiesOnPage = arrangement.copies
    let boxes = form?.boxes.map(\.frame) ?? []
    let label = form?.reissue.map { [$0.frame] } ?? []
    frames = [boxes, label].flatMap { frames in
      (0..<arrangement.copies).flatMap { copy in
        frames.map { $0.moved(right: Double(copy) * (form?.paper.width ?? 0)) }
      }
    }
  }

  /// What is wrong with the pages; nil if nothing is.
  ///
  /// - Parameter numbers: What must stand in the boxes, copy by copy.
  /// - Throws: `typesetting` for pages that are not such as are drawn here.
  mutating func fault(
    expecting numbers: borrowing SheetNumbers
  ) throws(FilingError) -> ReadBackFault? {
    let pages = form == nil ? reader.pageCount : (numbers.count + copiesOnPage - 1) / copiesOnPage
    guard reader.pageCount == pages, pages > 0 else {
      return ReadBackFault(.file, .otherRows)
    }
    for page in 0..<pages {
      if let fault = try fault(onPage: page, numbers) { return fault }
    }
    let labels = PageTexts(reader.formCharacters, in: [])
    // What is the same on every page stands on the first.
    return areOdd(labels.rest) ? ReadBackFault(.page(1, box: nil), .looksLikeNumber) : nil
  }

  private mutating func fault(
    onPage page: Int, _ numbers: borrowing SheetNumbers
  ) throws(FilingError) -> ReadBackFault? {
    let characters = try Self.reading { () throws(TypesettingError) in
      try reader.characters(ofPage: page)
    }
    let texts = PageTexts(characters, in: frames, gap: gap)
    // On a form nothing stands beside its boxes.
    if form != nil, !texts.rest.isEmpty {
      return ReadBackFault(.page(page + 1, box: nil), .otherRows)
    }
    let count = form?.boxes.count ?? 0
    for (place, text) in texts.boxes.enumerated() where place < count * copiesOnPage {
      let (copy, box) = (page * copiesOnPage + place / count, place % count)
      if let kind = wrong(text, inBox: box, ofCopy: copy, numbers) {
        return ReadBackFault(.page(page + 1, box: form.map { "#\($0.boxes[box].item.code)" }), kind)
      }
    }
    let others = texts.boxes.dropFirst(count * copiesOnPage) + texts.rest
    return areOdd(others) ? ReadBackFault(.page(page + 1, box: nil), .looksLikeNumber) : nil
  }

  /// What is wrong with the text of a box; nil if nothing is.
  private borrowing func wrong(
    _ text: [UInt8], inBox box: Int, ofCopy copy: Int, _ numbers: borrowing SheetNumbers
  ) -> ReadBackFault.Kind? {
    guard copy < numbers.count else { return text.isEmpty ? nil : .otherRows }
    if numbers.hasNumber(inBox: box, ofCopy: copy) {
      return numbers.isNumber(text.span, inBox: box, ofCopy: copy) ? nil : .notTheNumber
    }
    if form?.boxes[box].isOfNumber == true {
      return text.isEmpty || known.contains(text.span) ? nil : .notBlank
    }
    return isOdd(text) ? .looksLikeNumber : nil
  }

  private borrowing func areOdd(_ texts: some Sequence<[UInt8]>) -> Bool {
    for text in texts where isOdd(text) { return true }
    return false
  }

  /// Whether a text could hold a number of anybody: of the payer neither, on people's own copies.
  private borrowing func isOdd(_ text: [UInt8]) -> Bool {
    if known.contains(text.span) { return false }
    if MyNumber.looksLikeNumber(in: text.span, .utf8) { return true }
    return form?.bearsNumbers != true
      && CorporateNumber.looksLikeNumber(in: String(decoding: text, as: UTF8.self))
  }

  private static func reading<R: ~Copyable>(
    _ body: () throws(TypesettingError) -> R
  ) throws(FilingError) -> R {
    do throws(TypesettingError) { return try body() } catch {
      throw .typesetting(error.description)
    }
  }
}

extension PageReadBack {
  /// Holds people's own copies against what may stand on them: nobody's number.
  ///
  /// - Parameter copies: How many there are.
  /// - Throws: `.readBack`; `.filing` for pages that cannot be read.
  static func checkOwnCopies(
    _ writing: ExportWriting, count copies: Int, on form: PaperForm?,
    _ arrangement: SheetArrangement = .single, passphrase: Span<UInt8>? = nil
  ) throws(ExportError) {
    try check(writing) { (path) throws(FilingError) in
      var pages = try PageReadBack(path, on: form, arrangement, passphrase: passphrase)
      return try pages.fault(expecting: SheetNumbers(blank: copies))
    }
  }

  /// Holds the pages of a table against what may stand on them: nobody's number.
  ///
  /// - Parameter known: The texts of its cells.
  /// - Throws: `.readBack`; `.filing` for pages that cannot be read.
  static func checkTable(
    _ writing: ExportWriting, knowing known: KnownTexts
  ) throws(ExportError) {
    try check(writing) { (path) throws(FilingError) in
      var pages = try PageReadBack(path, on: nil, known: known, gap: 0.5)
      return try pages.fault(expecting: SheetNumbers())
    }
  }

  private static func check(
    _ writing: ExportWriting, _ look: (String) throws(FilingError) -> ReadBackFault?
  ) throws(ExportError) {
    guard let path = writing.openPath else { return }
    let fault: ReadBackFault?
    do throws(FilingError) { fault = try look(path) } catch { throw .filing(error) }
    if let fault { throw .readBack(fault) }
  }
}
