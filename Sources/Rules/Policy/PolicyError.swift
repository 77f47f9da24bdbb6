/// Why a policy cannot be used: every mistake in it, sorted by place.
public struct PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
  public let mistakes: [PolicyMistake]

  public init(mistakes: [PolicyMistake]) { self.mistakes = mistakes.sorted() }

  public var description: String {
    mistakes.map(\.description).joined(separator: "\n")
  }
}
