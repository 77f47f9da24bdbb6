public import Wording

/// Why a case cannot be read: every mistake with its place, never with what stands there.
public struct CaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One mistake of a case.
  public struct Mistake: Hashable, Sendable, Worded {
    /// The member, such as `documents[1].expiresOn`; empty for the case as a whole.
    public let place: String
    /// What is wrong there.
    public let message: Phrase

    public var phrase: Phrase { place.isEmpty ? message : "\(place): \(message)" }
  }

  public let mistakes: [Mistake]

  public var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
