/// A sentence for the user that another language can say too.
///
/// It is written as an English text with interpolations. What is interpolated is kept apart from
/// the sentence, so that the sentence without it is the key of a translation.
public struct Phrase: Hashable, Sendable {
  /// The English sentence, `{0}`, `{1}` … standing where the arguments go.
  public let format: String
  /// What stands in the places: names, figures, or phrases again.
  public let arguments: [Phrase]
  /// The Japanese, where the sentence comes with it.
  private let japanese: String?

  init(format: String, arguments: [Phrase], japanese: String? = nil) {
    self.format = format
    self.arguments = arguments
    self.japanese = japanese
  }

  /// A text without places, such as a name or a figure.
  public init(verbatim text: String) { self.init(format: text, arguments: []) }

  /// A sentence that the policy has in both languages.
  public init(english: String, japanese: String) {
    self.init(format: english, arguments: [], japanese: japanese)
  }

  /// The sentence in English.
  public var english: String { filled { $0.format } }

  /// The sentence in Japanese.
  ///
  /// - Parameter translation: The Japanese of an English sentence, with the same places in an order
  ///   of its own; nil for one that it does not know, which is then said in English.
  public func japanese(_ translation: (String) -> String?) -> String {
    filled { $0.japanese ?? translation($0.format) ?? $0.format }
  }

  /// The pattern of the phrase with its arguments, each by its own pattern, in their places.
  private func filled(_ pattern: (Phrase) -> String) -> String {
    let whole = pattern(self)
    guard !arguments.isEmpty else { return whole }
    var text = ""
    var rest = whole[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}"),
        let place = Int(rest[rest.index(after: open)..<close]), arguments.indices.contains(place)
      else {
        text.append("{")
        rest = rest[rest.index(after: open)...]
        continue
      }
      text += arguments[place].filled(pattern)
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}

extension Phrase: CustomStringConvertible {
  public var description: String { english }
}

extension Phrase: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self.init(verbatim: text) }

  public init(stringInterpolation: PhraseInterpolation) {
    self.init(
      format: stringInterpolation.format, arguments: stringInterpolation.arguments)
  }
}
