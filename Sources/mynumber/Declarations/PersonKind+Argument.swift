import MyNumberKit

extension PersonKind {
  /// The kind that a word of the column 区分 names.
  static func known(_ word: String) throws -> PersonKind {
    guard let kind = PersonKind(label: word) else {
      throw Failure.usage(.unknownWord(word), hints: [.words(PersonKind.self)])
    }
    return kind
  }
}
