/// Gathers the parts of a ``Phrase`` from a text with interpolations.
public struct PhraseInterpolation: StringInterpolationProtocol {
  var format = ""
  var arguments: [Phrase] = []

  public init(literalCapacity: Int, interpolationCount: Int) {
    format.reserveCapacity(literalCapacity + 3 * interpolationCount)
  }

  /// Adds a piece of the sentence.
  public mutating func appendLiteral(_ literal: String) { format += literal }

  /// Adds a phrase, which is translated where it stands.
  public mutating func appendInterpolation(_ phrase: Phrase) {
    format += "{\(arguments.count)}"
    arguments.append(phrase)
  }

  /// Adds what says itself in a phrase.
  public mutating func appendInterpolation(_ worded: some Worded) {
    appendInterpolation(worded.phrase)
  }

  /// Adds a name, a figure or another value as it is.
  public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
    appendInterpolation(Phrase(verbatim: value.description))
  }
}
