internal import Numbers
internal import Text
internal import Wording

/// Reads one file of the folder `mappings`, noting every mistake in it.
struct MappingReader {
  private let policy: PolicyReader
  private var columns: [MappedColumn] = []
  private var targets: [String: ColumnMapping.Target] = [:]

  /// - Parameter policy: has read what the words of a mapping may name: purposes and documents.
  init(policy: PolicyReader) { self.policy = policy }

  mutating func mapping(_ id: String, _ table: PolicyTable) -> ColumnMapping? {
    let note = table["note"]?.text()
    for item in table.required("columns")?.list() ?? [] { readColumn(item) }
    for item in table["ignored"]?.list() ?? [] { take(item, as: .ignored) }
    guard let ja = table.required("ja")?.text(), let en = table.required("en")?.text() else {
      return nil
    }
    return ColumnMapping(
      id: id, ja: ja, en: en, note: note, columns: columns, targets: targets)
  }

  private mutating func readColumn(_ item: PolicyNode) {
    guard let row = item.table(["column", "headers", "joined", "fixed", "words"]),
      let node = row.required("column"), let column = column(node)
    else { return }
    if columns.contains(where: { $0.column == column }) { node.fail("the column stands twice") }
    let headers = headers(row["headers"], .column(column))
    columns.append(
      MappedColumn(
        column: column, headers: headers, parts: parts(row["joined"], of: column),
        fixed: row["fixed"].flatMap { fixed($0, column) }, words: words(row["words"], column)))
    if row["headers"] == nil, row["joined"] == nil, row["fixed"] == nil {
      item.fail("one of the keys headers, joined and fixed is needed")
    }
  }

  private func column(_ node: PolicyNode) -> ImportColumn? {
    guard let text = node.text() else { return nil }
    if let column = ImportColumn.allCases.first(where: { $0.english == text }) { return column }
    let known = ImportColumn.allCases.map(\.english).joined(separator: ", ")
    node.fail("there is no column \(text.debugDescription); known: \(known)")
    return nil
  }

  // MARK: Headers

  private mutating func parts(_ node: PolicyNode?, of column: ImportColumn) -> [[String]] {
    guard let node else { return [] }
    guard column.joiner != nil else {
      let known = ImportColumn.allCases.filter { $0.joiner != nil }.map(\.english)
      node.fail("only \(known.joined(separator: ", ")) are joined of several columns")
      return []
    }
    var parts: [[String]] = []
    for item in node.list() {
      let place = parts.count
      parts.append(headers(item, .part(column, place)))
    }
    if parts.count < 2 { node.fail("two parts at least are joined") }
    return parts
  }

  private mutating func headers(
    _ node: PolicyNode?, _ target: ColumnMapping.Target
  ) -> [String] {
    guard let node else { return [] }
    if node.isEmptyList { node.fail("a header is expected here") }
    return node.list().compactMap { take($0, as: target) ? $0.text() : nil }
  }

  /// Notes what a header stands for; false, with a mistake, for one that cannot stand for it.
  @discardableResult
  private mutating func take(_ node: PolicyNode, as target: ColumnMapping.Target) -> Bool {
    guard let text = text(node) else { return false }
    let key = Folding.key(text)
    guard !key.isEmpty else {
      node.fail("a header is expected here")
      return false
    }
    guard targets.updateValue(target, forKey: key) == nil else {
      node.fail("the header \(text.debugDescription) stands twice\(Self.folded)")
      return false
    }
    return true
  }

  private static let folded = " (spaces, widths and case do not count)"

  // MARK: Values

  private func fixed(_ node: PolicyNode, _ column: ImportColumn) -> String? {
    guard let word = text(node) else { return nil }
    if let fault = column.whyNotFixed(word) {
      node.fail(Phrase(verbatim: fault))
      return nil
    }
    let faults = (column.isList ? ImportColumn.listed(word) : [word]).compactMap {
      fault(in: $0, column)
    }
    for fault in faults { node.fail(Phrase(verbatim: fault)) }
    return faults.isEmpty ? word : nil
  }

  private func words(_ node: PolicyNode?, _ column: ImportColumn) -> [String: String] {
    guard let node else { return [:] }
    guard column.holdsWords else {
      node.fail("the column \(column.english) holds no words that could be translated")
      return [:]
    }
    var words: [String: String] = [:]
    for (key, value) in node.pairs() {
      guard let theirs = text(key), let ours = text(value) else { continue }
      if let fault = fault(in: ours, column) { value.fail(Phrase(verbatim: fault)) }
      if words.updateValue(ours, forKey: Folding.key(theirs)) != nil {
        key.fail("the word \(theirs.debugDescription) stands twice\(Self.folded)")
      }
    }
    return words
  }

  private func fault(in word: String, _ column: ImportColumn) -> String? {
    switch column {
    case .purposes:
      policy.purposes.contains(PurposeID(word))
        ? nil : "there is no purpose \(word.debugDescription)"
    case .numberDocument, .identityDocuments, .powerDocuments:
      policy.identity.documents.values.contains { $0.isNamed(word) }
        ? nil : "there is no identity document \(word.debugDescription)"
    case .facts:
      IdentityFact(rawValue: word) == nil ? "there is no fact \(word.debugDescription)" : nil
    default: column.fault(in: word)
    }
  }

  private func text(_ node: PolicyNode) -> String? {
    guard let text = node.text() else { return nil }
    guard !MyNumber.looksLikeNumber(in: text.utf8) else {
      node.fail("twelve digits here could be a My Number (番号法20条)")
      return nil
    }
    return text
  }
}
