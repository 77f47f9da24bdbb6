import MyNumberKit

/// Reads the words of `verify record`.
enum ShownWords {
  static func channel(_ word: String) throws -> IdentityChannel {
    if let channel = IdentityChannel(rawValue: word) { return channel }
    if let channel = VerificationMethod(label: word).flatMap(IdentityChannel.init) {
      return channel
    }
    throw Failure.usage(.unknownWord(word), hints: [.channels])
  }

  static func provider(_ word: String?) throws -> IdentityProvider {
    guard let word else { return .person }
    if let provider = IdentityProvider(label: word) { return provider }
    throw Failure.usage(.unknownWord(word), hints: [.providers])
  }

  /// A fact by its id or by the policy's words.
  static func fact(_ word: String, under rules: IdentityRules) throws -> IdentityFact {
    if let fact = rules.fact(named: word) { return fact }
    throw Failure.usage(.unknownWord(word), hints: [.facts(rules)])
  }
}
