import People

/// Reads layouts from a file of tables: lines of keys for all of them, then for each table its own
/// keys from `layout` on, a line of column names and a line a field.
struct LayoutTable {
  private let file: String
  /// The keys before the first table.
  private(set) var head: [String: String] = [:]
  /// The questions before the first table.
  private(set) var headQuestions: [FilingQuestion] = []
  private(set) var layouts: [RecordLayout] = []
  private var keys: [String: String] = [:]
  private var questions: [FilingQuestion] = []
  private var traits = RecordTraits()
  private var fields: [LayoutField] = []
  /// The place of each column by its name; empty before the line of column names.
  private var columns: [String: Int] = [:]
  private var subjects = TrustedSubjects()
  private var line = 0

  private static let needed = [
    "no", "item", "name", "width", "class", "required", "default", "forbidden", "number", "source",
  ]
  private static let optional = ["codes", "role"]
  private static let headKeys: Set<String> = [
    "notice", "file", "from", "until", "encodings", "headers", "bytes", "number-width", "eras",
  ]
  private static let tableKeys: Set<String> = [
    "layout", "record", "from", "until", "verified-until", "number-width", "repeats",
  ]

  /// Reads the one table of a file.
  static func layout(_ bytes: [UInt8], file: String) throws(FilingError) -> RecordLayout {
    let table = try LayoutTable(bytes, file: file)
    guard table.layouts.count == 1, table.head.isEmpty else {
      throw table.bad("the file has another number of layouts than one")
    }
    return table.layouts[0]
  }

  /// Reads all tables of a file.
  init(_ bytes: [UInt8], file: String) throws(FilingError) {
    self.file = file
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw bad("the file is not UTF-8")
    }
    for row in text[...].cells(by: "\n") {
      line += 1
      if row.isEmpty { continue }
      try take(row.cells(by: "\t"))
    }
    try finish()
    if let fault = subjects.fault(of: headQuestions + layouts.flatMap(\.questions)) {
      throw bad(fault)
    }
  }

  func bad(_ message: String) -> FilingError {
    .badLayout(file: file, line: line, message: message)
  }

  private mutating func take(_ cells: [Substring]) throws(FilingError) {
    if cells[0] == "layout", !columns.isEmpty { try finish() }
    if !columns.isEmpty {
      fields.append(try field(cells))
    } else if cells[0] == "no" {
      try takeColumns(cells)
    } else {
      try takeKey(cells)
    }
  }

  private mutating func takeColumns(_ cells: [Substring]) throws(FilingError) {
    let names = cells.map(String.init)
    guard Set(names).count == names.count, Self.needed.allSatisfy(names.contains),
      names.allSatisfy({ Self.needed.contains($0) || Self.optional.contains($0) })
    else { throw bad("not the columns of a layout") }
    for (place, name) in names.enumerated() { columns[name] = place }
  }

  private mutating func takeKey(_ cells: [Substring]) throws(FilingError) {
    let name = String(cells[0])
    let isInTable = keys["layout"] != nil || name == "layout"
    switch (name, cells.count) {
    case ("question", _): try takeQuestion(cells, isInTable)
    case ("source", _), ("property", _):
      guard subjects.take(cells) else { throw bad("no new source or property") }
    case ("rule", 2...) where isInTable:
      guard let rule = RecordRule(Array(cells.dropFirst())) else { throw bad("no such rule") }
      traits.rules.append(rule)
    case ("form", 3...4) where isInTable:
      guard let form = OwnedForm(Array(cells.dropFirst())) else { throw bad("no such form") }
      traits.forms.append(form)
    case (_, 2) where isInTable && Self.tableKeys.contains(name): keys[name] = String(cells[1])
    case (_, 2) where !isInTable && Self.headKeys.contains(name): head[name] = String(cells[1])
    default: throw bad("unknown key")
    }
  }

  private mutating func takeQuestion(
    _ cells: [Substring], _ isInTable: Bool
  ) throws(FilingError) {
    guard let question = FilingQuestion(cells.dropFirst()) else { throw bad("no question") }
    if isInTable { questions.append(question) } else { headQuestions.append(question) }
  }

  private func cell(_ name: String, _ cells: [Substring]) -> Substring {
    columns[name].map { cells[$0] } ?? ""
  }

  private func field(_ cells: [Substring]) throws(FilingError) -> LayoutField {
    guard cells.count == columns.count else { throw bad("not \(columns.count) columns") }
    guard Int(cell("no", cells)) == fields.count + 1 else {
      throw bad("the fields are not in order")
    }
    guard let item = RecordItem(cell("item", cells)), let width = FieldWidth(cell("width", cells)),
      let characters = FieldClass(rawValue: String(cell("class", cells))),
      let need = FieldNeed(cell("required", cells)),
      let standard = FieldDefault(cell("default", cells)),
      let ban = FieldBan(cell("forbidden", cells))
    else { throw bad("a cell has no known value") }
    return LayoutField(
      number: fields.count + 1, item: item, name: String(cell("name", cells)),
      width: width.limit, countsBytes: width.countsBytes, isExact: width.isExact,
      characters: characters, need: need, standard: standard, ban: ban,
      codes: FieldCodes(cell("codes", cells)), role: try role(cell("role", cells)),
      owner: try owner(cell("number", cells)), source: String(cell("source", cells)))
  }

  private func owner(_ text: Substring) throws(FilingError) -> NumberOwner? {
    if text.isEmpty { return nil }
    guard let owner = NumberOwner(text) else { throw bad("unknown owner of a number") }
    return owner
  }

  private func role(_ text: Substring) throws(FilingError) -> FieldRole? {
    if text.isEmpty { return nil }
    guard let role = FieldRole(text) else { throw bad("unknown role of a field") }
    return role
  }

  private mutating func finish() throws(FilingError) {
    guard let name = keys["layout"], let record = keys["record"], let from = fromYear,
      !fields.isEmpty
    else { throw bad("layout, record, from and fields are needed") }
    try checkPlaces()
    for field in fields {
      subjects.add(
        head.isEmpty ? "\(field.number)" : "\(record):\(field.number)", from: field.source[...])
    }
    let number = keys["number-width"] ?? head["number-width"]
    guard let width = number.flatMap({ Int($0) }), width == 12 || width == 13 else {
      throw bad("number-width is 12 or 13")
    }
    traits.repeats = keys["repeats"] == "yes"
    traits.eras = try eras()
    layouts.append(
      RecordLayout(
        name: name, record: record, fromYear: from, untilYear: keys["until"].flatMap { Int($0) },
        verifiedUntil: keys["verified-until"].flatMap { Int($0) }, numberWidth: width,
        fields: fields, questions: questions, traits: traits))
    (keys, questions, traits, fields, columns) = ([:], [], RecordTraits(), [], [:])
  }

  private var fromYear: Int? {
    keys["from"].flatMap { Int($0) }
      ?? head["from"].flatMap { CalendarDate(parsing: $0)?.year }
  }

  /// Every field that another one looks at is there.
  private func checkPlaces() throws(FilingError) {
    var places = traits.rules.flatMap(\.fields)
    for field in fields {
      if case .with(let other, _) = field.standard { places.append(other) }
      if case .when(let condition) = field.need { places += condition.fields }
      if case .when(let condition) = field.ban { places += condition.fields }
      if field.characters == .date { places.append(field.number - 1) }
      if field.characters == .day { places.append(field.number - 3) }
    }
    for form in traits.forms { places += form.condition?.fields ?? [] }
    guard places.allSatisfy({ fields.indices.contains($0 - 1) }) else {
      throw bad("a cell looks at a field that is not there")
    }
  }

  /// The codes of the five eras from Meiji on, with commas between; empty for one without a code.
  private func eras() throws(FilingError) -> [String: Era] {
    guard let text = head["eras"] else { return [:] }
    let codes = text.split(separator: ",", omittingEmptySubsequences: false)
    guard codes.count == Era.allCases.count else { throw bad("eras are five codes") }
    var eras: [String: Era] = [:]
    for (code, era) in zip(codes, Era.allCases) where !code.isEmpty { eras[String(code)] = era }
    return eras
  }
}
