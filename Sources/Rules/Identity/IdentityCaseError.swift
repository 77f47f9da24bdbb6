/// Why a case cannot be read: every mistake with its place, never with what stands there.
public struct IdentityCaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One mistake of a case.
  public struct Mistake: Hashable, Sendable, CustomStringConvertible {
    /// The member, such as `documents[1].expiresOn`; the line and column for what is no JSON.
    public let place: String
    public let message: String

    public var description: String { place.isEmpty ? message : "\(place): \(message)" }
  }

  public let mistakes: [Mistake]

  public var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
