/// The private half of a purpose or compartment key, sealed to one user.
public struct GrantRow: Equatable, Sendable {
  public let user: String
  /// The key's name: a purpose or a compartment.
  public let key: String
  public let generation: Int
  /// The encapsulated key of HPKE (32 bytes).
  public let encapsulated: [UInt8]
  /// The sealed private half (48 bytes).
  public let sealed: [UInt8]

  public init(user: String, key: String, generation: Int, encapsulated: [UInt8], sealed: [UInt8]) {
    self.user = user
    self.key = key
    self.generation = generation
    self.encapsulated = encapsulated
    self.sealed = sealed
  }
}
