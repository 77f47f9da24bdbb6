/// Reads a layout from its table: lines of keys, a line of column names, a line a field.
struct LayoutTable {
  private let file: String
  private var keys: [String: String] = [:]
  private var questions: [FilingQuestion] = []
  private var fields: [LayoutField] = []
  private var line = 0
  private var isInFields = false

  private static let columns = [
    "no", "item", "name", "width", "class", "required", "default", "forbidden", "number", "source",
  ]

  static func layout(_ bytes: [UInt8], file: String) throws(FilingError) -> RecordLayout {
    var table = LayoutTable(file: file)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw table.bad("the file is not UTF-8")
    }
    for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
      table.line += 1
      if row.isEmpty { continue }
      try table.take(row.split(separator: "\t", omittingEmptySubsequences: false))
    }
    return try table.finish()
  }

  private init(file: String) { self.file = file }

  private func bad(_ message: String) -> FilingError {
    .badLayout(file: file, line: line, message: message)
  }

  private mutating func take(_ cells: [Substring]) throws(FilingError) {
    if isInFields {
      fields.append(try field(cells))
    } else if cells.map(String.init) == Self.columns {
      isInFields = true
    } else {
      try takeKey(cells)
    }
  }

  private mutating func takeKey(_ cells: [Substring]) throws(FilingError) {
    switch (cells[0], cells.count) {
    case ("question", 5):
      guard let year = Int(cells[2]) else { throw bad("a question needs a year") }
      questions.append(
        FilingQuestion(
          id: String(cells[1]), fromYear: year, ja: String(cells[3]), en: String(cells[4])))
    case ("source", 3): break
    case ("layout", 2), ("record", 2), ("from", 2), ("until", 2), ("verified-until", 2),
      ("number-width", 2):
      keys[String(cells[0])] = String(cells[1])
    default: throw bad("unknown key")
    }
  }

  private func field(_ cells: [Substring]) throws(FilingError) -> LayoutField {
    guard cells.count == Self.columns.count else { throw bad("not \(Self.columns.count) columns") }
    guard Int(cells[0]) == fields.count + 1 else { throw bad("the fields are not in order") }
    let isExact = cells[3].hasPrefix("=")
    guard let item = RecordItem(cells[1]), let width = Int(cells[3].dropFirst(isExact ? 1 : 0)),
      let characters = FieldClass(rawValue: String(cells[4])),
      let need = FieldNeed(rawValue: String(cells[5])), let standard = FieldDefault(cells[6]),
      ["", "yes"].contains(cells[7])
    else { throw bad("a cell has no known value") }
    let owner = cells[8].isEmpty ? nil : NumberOwner(cells[8])
    guard cells[8].isEmpty || owner != nil else { throw bad("unknown owner of a number") }
    return LayoutField(
      number: fields.count + 1, item: item, name: String(cells[2]), width: width, isExact: isExact,
      characters: characters, need: need, standard: standard, isForbidden: cells[7] == "yes",
      owner: owner, source: String(cells[9]))
  }

  private func finish() throws(FilingError) -> RecordLayout {
    guard let name = keys["layout"], let record = keys["record"],
      let from = keys["from"].flatMap({ Int($0) }), !fields.isEmpty
    else { throw bad("layout, record, from and fields are needed") }
    for field in fields {
      if case .with(let other, _) = field.standard, !fields.indices.contains(other - 1) {
        throw bad("a default looks at a field that is not there")
      }
    }
    guard let width = keys["number-width"].flatMap({ Int($0) }), width == 12 || width == 13 else {
      throw bad("number-width is 12 or 13")
    }
    return RecordLayout(
      name: name, record: record, fromYear: from, untilYear: keys["until"].flatMap { Int($0) },
      verifiedUntil: keys["verified-until"].flatMap { Int($0) }, numberWidth: width,
      fields: fields, questions: questions)
  }
}
