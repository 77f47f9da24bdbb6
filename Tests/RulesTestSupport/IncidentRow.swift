import JSON
public import Testing

/// One row of Cases/incidents.txt.
public struct IncidentRow: Sendable, CustomTestStringConvertible {
  public let line: Int
  public let name: String
  /// The columns known, harms, cause and people.
  public let told: [String]
  public let facts: [String]
  /// The columns employer, first report, final report and contractor.
  public let expected: [String]
  public let reasons: [String]

  public var testDescription: String { "line \(line): \(name)" }

  /// Every row of the table's text; a line that is none is an issue.
  public static func all(in text: String) -> [IncidentRow] {
    text.cells(by: "\n").enumerated().compactMap { place, line in
      guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
      let cells = line.cells(by: "|")
      guard cells.count == 11 else {
        Issue.record("line \(place + 1) is no row")
        return nil
      }
      return IncidentRow(
        line: place + 1, name: cells[0], told: Array(cells[1...4]), facts: parts(cells[5]),
        expected: Array(cells[6...9]), reasons: parts(cells[10]))
    }
  }

  private static func parts(_ cell: String) -> [String] {
    cell.cells(by: ",").filter { !$0.isEmpty }
  }

  /// The row's case in the JSON that the command reads.
  public func json() -> [UInt8] {
    var members: [String: CanonicalValue] = [
      "harms": .array(Self.parts(told[1]).map(CanonicalValue.string)), "cause": .string(told[2]),
      "people": .integer(Int(told[3]) ?? 0),
    ]
    if told[0] != "none" { members["knownOn"] = .string(told[0]) }
    var contractor: [String: CanonicalValue] = [:]
    var recounts: [CanonicalValue] = []
    for fact in facts {
      let words = fact.cells(by: " ")
      switch words[0] {
      case "recount": recounts.append(Self.recount(words[1]))
      case "wrongful": members["wrongfulOn"] = .string(words[1])
      case "contractor": contractor["knownOn"] = .string(words[1])
      case "told": contractor["toldOn"] = .string(words[1])
      case "system": members["system"] = .string(words[1])
      case "protected": members["protection"] = Self.protection(without: words.last)
      default: members[Self.flags[words[0]] ?? words[0]] = .bool(true)
      }
    }
    if !contractor.isEmpty { members["contractor"] = .object(contractor) }
    if !recounts.isEmpty { members["recounts"] = .array(recounts) }
    return CanonicalValue.object(members).encoded()
  }

  private static let flags = [
    "open-to-many": "openToMany", "recovered": "recoveredUnseen", "copy": "copyRemains",
    "deleted": "lawfulDeletion", "key-lost": "keyLost",
  ]

  private static func recount(_ text: String) -> CanonicalValue {
    let parts = text.cells(by: "=")
    return .object(["on": .string(parts[0]), "people": .integer(Int(parts[1]) ?? 0)])
  }

  private static func protection(without missing: String?) -> CanonicalValue {
    .object([
      "algorithm": .string("AES-256-GCM"), "listed": .bool(missing != "listed"),
      "implemented": .bool(missing != "implemented"), "keyApart": .bool(missing != "key"),
    ])
  }
}
