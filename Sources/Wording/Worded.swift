/// What says itself in a ``Phrase``: errors and rules, which the user reads in their language.
public protocol Worded: CustomStringConvertible {
  /// What it says.
  var phrase: Phrase { get }
}

extension Worded {
  /// What it says, in English.
  public var description: String { phrase.english }
}
