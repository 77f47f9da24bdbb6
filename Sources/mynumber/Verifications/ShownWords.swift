import MyNumberKit

/// Reads the words of `verify record`.
enum ShownWords {
  static func channel(_ word: String) throws -> IdentityChannel {
    if let channel = IdentityChannel(rawValue: word) { return channel }
    if word == "電話" { return .telephone }
    if let channel = VerificationMethod(label: word).flatMap(IdentityChannel.init) {
      return channel
    }
    throw Failure.usage(
      .unknownWord(word), hints: [.knownWords(IdentityChannel.allCases.map(\.rawValue))])
  }

  static func provider(_ word: String?) throws -> IdentityProvider {
    guard let word else { return .person }
    if let provider = IdentityProvider(rawValue: word) { return provider }
    if let provider = providers[word] { return provider }
    throw Failure.usage(
      .unknownWord(word), hints: [.knownWords(IdentityProvider.allCases.map(\.rawValue))])
  }

  /// A fact by its id or by the policy's words.
  static func fact(_ word: String, under rules: IdentityRules) throws -> IdentityFact {
    if let fact = IdentityFact(rawValue: word) { return fact }
    if let question = rules.questions.first(where: { $0.ja == word || $0.en == word }) {
      return question.id
    }
    throw Failure.usage(
      .unknownWord(word), hints: [.knownWords(IdentityFact.allCases.map(\.rawValue))])
  }

  private static let providers: [String: IdentityProvider] = [
    "本人": .person, "従業員": .employee, "法定代理人": .statutoryAgent, "任意代理人": .voluntaryAgent,
    "法人の代理人": .corporateAgent, "前の事業者": .formerEmployer,
  ]
}
