import Rules
import Text
import Yams

/// Reads the employer file and collects every mistake.
struct EmployerReader {
  private(set) var mistakes: [FilingMistake] = []

  private static let maximumBytes = 64 << 10
  private static let keys: Set<String> = [
    "filing_name", "address", "telephone", "contact", "tax_office", "reference_numbers",
    "designations", "offices",
  ]

  mutating func employer(
    _ yaml: [UInt8], payer: FilingPayer, designations find: (String) -> [UInt8]?
  ) -> FilingEmployer? {
    guard let root = root(of: yaml) else { return nil }
    checkKeys(root)
    var designations: [String: String] = [:]
    if let file = text(root, "designations") {
      guard let bytes = find(file) else {
        add(root["designations"], "designations", .malformed("there is no such file"))
        return nil
      }
      designations = self.designations(bytes)
    }
    guard let name = needed(root, "filing_name", width: 30, .full),
      let address = needed(root, "address", width: 60, .full),
      let telephone = needed(root, "telephone", width: 15, .half)
    else { return nil }
    return FilingEmployer(
      payer: payer, filingName: name, address: address, telephone: telephone,
      contact: text(root, "contact"), taxOffice: text(root, "tax_office"),
      referenceNumbers: references(root), designations: designations, offices: offices(root))
  }

  private mutating func add(_ node: Node?, _ field: String, _ rule: MistakeRule) {
    mistakes.append(
      FilingMistake(
        line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1, field: field, rule: rule))
  }

  private mutating func root(of yaml: [UInt8]) -> Node? {
    guard yaml.count <= Self.maximumBytes, let text = String(validating: yaml, as: UTF8.self) else {
      add(nil, "", .malformed("not UTF-8, or larger than 64 KiB"))
      return nil
    }
    let findings = YAMLGuard.findings(in: text)
    mistakes += findings.map {
      FilingMistake(line: $0.line, column: $0.column, rule: .malformed($0.text))
    }
    guard findings.isEmpty else { return nil }
    do {
      guard let node = try Parser(yaml: text, encoding: .utf8).singleRoot(), node.mapping != nil
      else {
        add(nil, "", .malformed("the file is no mapping"))
        return nil
      }
      return node
    } catch {
      add(nil, "", .malformed("the file is not YAML"))
      return nil
    }
  }

  private mutating func checkKeys(_ root: Node) {
    for (key, _) in root.mapping ?? [:] where !Self.keys.contains(key.string ?? "") {
      add(key, key.string ?? "", .malformed("an unknown key"))
    }
  }

  private func text(_ node: Node, _ key: String) -> String? {
    guard let text = node[key]?.scalar?.string, !text.isEmpty else { return nil }
    return text
  }

  private mutating func needed(
    _ root: Node, _ key: String, width: Int, _ characters: FieldClass
  ) -> String? {
    guard let given = text(root, key) else {
      add(root[key] ?? root, key, .required)
      return nil
    }
    let folded = FieldFolding.fold(given, as: characters)
    let rules = FieldFolding.mistakes(folded, as: characters, width: width, isExact: false)
    for rule in rules { add(root[key], key, rule) }
    return folded
  }

  private mutating func references(_ root: Node) -> [String] {
    guard let node = root["reference_numbers"] else { return [] }
    let texts = node.array().map { $0.scalar?.string ?? "" }
    for (index, text) in texts.enumerated() where !text.isEmpty {
      let width = index == 0 ? 10 : 13
      let rules = FieldFolding.mistakes(text, as: .digits, width: width, isExact: true)
      for rule in rules { add(node, "reference_numbers", rule) }
    }
    if texts.count > 2 { add(node, "reference_numbers", .malformed("at most two")) }
    return texts
  }

  private mutating func offices(_ root: Node) -> [FilingOffice] {
    guard let list = root["offices"] else { return [] }
    return list.array().compactMap { node in
      guard let code = text(node, "code"), let name = text(node, "name") else {
        add(node, "offices", .malformed("an office needs a code and a name"))
        return nil
      }
      return FilingOffice(
        code: code, name: name, address: text(node, "address") ?? "",
        pension: node["pension"].map { pension in
          FilingOffice.Pension(
            prefecture: text(pension, "prefecture") ?? "",
            district: text(pension, "district") ?? "", symbol: text(pension, "symbol") ?? "",
            number: text(pension, "number") ?? "")
        }, employmentInsurance: text(node, "employment_insurance"))
    }
  }

  /// 市区町村コード and 指定番号, after a line of headers.
  private mutating func designations(_ bytes: [UInt8]) -> [String: String] {
    guard let encoding = Self.encoding(of: bytes), let text = try? encoding.decode(bytes.span)
    else {
      add(nil, "designations", .malformed("neither UTF-8 nor CP932"))
      return [:]
    }
    var found: [String: String] = [:]
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
        Folding.halfWidth(String(cell)).trimmed
      }
      guard cells.count == 2, MunicipalityCode.isValid(cells[0]),
        (1...12).contains(cells[1].utf8.count),
        cells[1].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), found[cells[0]] == nil
      else {
        mistakes.append(
          FilingMistake(
            line: index + 1, column: 1, field: "designations",
            rule: .malformed("not a municipality's code of six digits and a designation, each once")
          ))
        continue
      }
      found[cells[0]] = cells[1]
    }
    return found
  }

  private static func encoding(of bytes: [UInt8]) -> TextEncoding? {
    var detector = EncodingDetector()
    detector.take(bytes.span)
    return try? detector.finish()
  }
}
