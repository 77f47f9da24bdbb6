internal import Rules
internal import Wording

extension IdentityShortfall {
  /// What is missing, for people.
  ///
  /// - Parameter translation: The Japanese of an English sentence.
  func words(under rules: IdentityRules, _ translation: (String) -> String?) -> Words {
    let phrase = phrase(under: rules)
    return Words(phrase.japanese(translation), phrase.english)
  }
}
