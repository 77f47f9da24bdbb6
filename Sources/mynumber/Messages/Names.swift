import MyNumberKit

/// What a policy calls purposes, form copies and clauses, in both languages.
struct Names {
  let english: PolicyNames
  let japanese: PolicyNames

  /// Ids alone, where no policy is known yet.
  static let none = Names(english: .ids, japanese: .ids)

  init(_ policy: Policy) {
    self.init(english: .english(policy), japanese: .japanese(policy))
  }

  private init(english: PolicyNames, japanese: PolicyNames) {
    self.english = english
    self.japanese = japanese
  }

  /// The names without ids, in the language of the command that runs.
  func text(_ ids: [String]) -> String {
    switch CommandLanguage.current {
    case .english: ids.map(english.name).joined(separator: ", ")
    case .japanese: ids.map(japanese.name).joined(separator: "、")
    }
  }

  /// The same of purposes.
  func text(_ purposes: [PurposeID]) -> String { text(purposes.map(\.rawValue)) }

  /// What is missing of a verification, in the language of the command that runs.
  func text(_ missing: [IdentityGap]) -> String {
    missing.map { Message.phrase($0.shortfall.phrase(under: english.identity)).text }
      .joined(separator: "; ")
  }

  /// What the rules are called by which somebody was verified, joined by `+`; their ids if unknown.
  func rules(_ way: String) -> Message {
    let known = way.split(separator: "+").compactMap { id in
      english.identity?.rules.first { $0.id == id }
    }
    guard !known.isEmpty, known.map(\.id).joined(separator: "+") == way else {
      return .verbatim(way)
    }
    return Message(
      known.map(\.en).joined(separator: " + "), known.map(\.ja).joined(separator: "＋"))
  }

  /// Purposes with commas between.
  func list(_ purposes: [PurposeID]) -> Message {
    Message(
      purposes.map { english[$0] }.joined(separator: ", "),
      purposes.map { japanese[$0] }.joined(separator: "、"))
  }
}
