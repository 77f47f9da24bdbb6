public import JSON
public import Rules

extension IdentityRow {
  /// An answer in the words of the table.
  public static func words(of answer: IdentityAnswer) -> [String] {
    guard !answer.isAccepted else { return [articles(answer.citations)] }
    return answer.missing.map { gap in
      var words = gap.shortfall.id
      switch gap.shortfall {
      case .identityDocuments(let needed): words += " \(needed)"
      case .documentUnknown(let place): words += " \(place)"
      case .ruleNotInForce(let id): words += " \(id)"
      default:
        let detail = gap.shortfall.document ?? gap.shortfall.fact?.rawValue
        words += detail.map { " \($0)" } ?? ""
      }
      return words + ": " + articles(gap.citations)
    }
  }

  private static func articles(_ citations: [Citation]) -> String {
    citations.map(\.description).joined(separator: "; ")
  }

  /// The same words from the JSON alone.
  public static func words(of members: [String: CanonicalValue]) -> [String] {
    guard case .array(let missing) = members["missing"], !missing.isEmpty else {
      return [texts(members["articles"])]
    }
    return missing.map { value in
      guard case .object(let gap) = value, case .string(var words) = gap["what"] else { return "" }
      for key in ["document", "fact", "rule"] {
        if case .string(let detail)? = gap[key] { words += " " + detail }
      }
      for key in ["needed", "place"] {
        if case .integer(let detail)? = gap[key] { words += " \(detail)" }
      }
      return words + ": " + texts(gap["articles"])
    }
  }

  private static func texts(_ value: CanonicalValue?) -> String {
    guard case .array(let values)? = value else { return "none" }
    return values.map { value in
      guard case .string(let text) = value else { return "" }
      return text
    }.joined(separator: "; ")
  }
}
