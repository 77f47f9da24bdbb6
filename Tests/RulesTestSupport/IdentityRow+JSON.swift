import JSON
public import People

extension IdentityRow {
  /// The row's case on a day, in the JSON that the command reads.
  public func json(on date: CalendarDate) -> [UInt8] {
    let members: [String: CanonicalValue] = [
      "date": .string(date.isoText), "channel": .string(channel), "person": personValue,
      "provider": providerValue, "facts": .object(facts.mapValues(CanonicalValue.bool)),
      "documents": .array(documents.map { Self.document($0, on: date) }),
    ]
    return CanonicalValue.object(members).encoded()
  }

  private var personValue: CanonicalValue {
    let parts = person.cells(by: "@")
    let kind = parts[0].cells(by: ":")
    var members: [String: CanonicalValue] = ["kind": .string(kind[0])]
    if kind.count > 1 {
      members["standing"] = .array(
        kind[1].cells(by: ",").filter { !$0.isEmpty }.map(CanonicalValue.string))
    }
    if parts.count > 1 { members["residence"] = .string(parts[1]) }
    return .object(members)
  }

  private var providerValue: CanonicalValue {
    let parts = provider.cells(by: "@")
    var members: [String: CanonicalValue] = ["kind": .string(parts[0])]
    if parts.count > 1 { members["consentOn"] = .string(parts[1]) }
    return .object(members)
  }

  private static func document(_ text: String, on date: CalendarDate) -> CanonicalValue {
    let parts = text.cells(by: "[")
    var members: [String: CanonicalValue] = [
      "kind": .string(parts[0]), "expiresOn": .string("2040-01-01"),
      "issuedOn": .string(date.adding(months: -1).isoText),
    ]
    let flags = parts.count > 1 ? String(parts[1].dropLast()).cells(by: ",") : []
    for flag in flags {
      switch flag {
      case "agent": members["of"] = .string("agent")
      case "copy": members["form"] = .string("copy")
      case "expired": members["expiresOn"] = .string(date.adding(days: -1).isoText)
      case "last day": members["expiresOn"] = .string(date.isoText)
      case "undated": (members["expiresOn"], members["issuedOn"]) = (nil, nil)
      default: members["issuedOn"] = .string(String(flag.dropFirst("issued ".count)))
      }
    }
    return .object(members)
  }
}
