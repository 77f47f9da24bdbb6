/// A key under which data keys are wrapped for a purpose: the purpose's own, or a share's.
///
/// A share, such as a contractor's, has a key pair of its own, named `health-pension@contractor`:
/// what stands before the `@` is the purpose it serves, and nothing is used for another.
public struct PurposeKey: Hashable, Sendable, CustomStringConvertible {
  /// The purpose that the key serves.
  public let purpose: PurposeID
  /// The key's name in the log.
  public let name: String

  /// The purpose's own key.
  public init(_ purpose: PurposeID) {
    self.purpose = purpose
    name = purpose.rawValue
  }

  /// The key of a share in the purpose.
  public init(_ purpose: PurposeID, share: String) {
    self.purpose = purpose
    name = "\(purpose.rawValue)@\(share)"
  }

  /// The key of a name.
  public init(named name: String) {
    let end = name.firstIndex(of: "@") ?? name.endIndex
    purpose = PurposeID(rawValue: String(name[..<end]))
    self.name = name
  }

  /// Whether it is the purpose's own.
  public var isOwn: Bool { name == purpose.rawValue }

  public var description: String { name }
}
