public import Wording

/// What can be done about characters for which a record has no place.
public struct CharacterRemedy: Hashable, Sendable {
  /// Where another writing may be decided on.
  public enum Place: Hashable, Sendable {
    /// 届出用氏名 of the person.
    case filingName
    /// 届出用住所 of the person.
    case filingAddress
    /// The file itself.
    case file
  }

  public let place: Place
  /// What the policy's table writes for them, if they are asked to be replaced; nil where it has
  /// nothing for one of them.
  public let substitute: String?

  public init(_ place: Place, substitute: String? = nil) {
    self.place = place
    self.substitute = substitute
  }
}

extension CharacterRemedy: Worded {
  public var phrase: Phrase {
    guard let substitute else { return place.phrase }
    return "\(place), or --substitute to have \(substitute) written"
  }
}

extension CharacterRemedy.Place: Worded {
  public var phrase: Phrase {
    switch self {
    case .filingName: "give the person a 届出用氏名 (person import --update)"
    case .filingAddress: "give the person a 届出用住所 (person import --update)"
    case .file: "write it otherwise in the file"
    }
  }
}
