/// What one collecting transaction left for the holders of one key.
public struct LockboxRow: Equatable, Sendable {
  public let id: Int64
  /// The random id that stands in associated data (16 bytes).
  public let uid: [UInt8]
  /// The key's name: a purpose or a compartment.
  public let key: String
  public let generation: Int
  /// The encapsulated key of HPKE (32 bytes).
  public let encapsulated: [UInt8]
  /// The exported commitment (32 bytes).
  public let commitment: [UInt8]
  /// The index of the entry that pins this row.
  public let pin: Int

  public init(
    id: Int64, uid: [UInt8], key: String, generation: Int, encapsulated: [UInt8],
    commitment: [UInt8], pin: Int
  ) {
    self.id = id
    self.uid = uid
    self.key = key
    self.generation = generation
    self.encapsulated = encapsulated
    self.commitment = commitment
    self.pin = pin
  }
}
