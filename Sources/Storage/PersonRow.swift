/// One person: the clear decision record and the sealed profile.
public struct PersonRow: Equatable, Sendable {
  public let id: Int64
  /// The person code, ASCII.
  public let code: [UInt8]
  /// The random id that stands in associated data (16 bytes).
  public let uid: [UInt8]
  /// The canonical bytes that the log pins.
  public let record: [UInt8]
  /// The index of the entry that pins `record`.
  public let pin: Int
  public let profile: [UInt8]
  public let profileCommitment: [UInt8]
  public let profileVersion: Int

  public init(
    id: Int64, code: [UInt8], uid: [UInt8], record: [UInt8], pin: Int, profile: [UInt8],
    profileCommitment: [UInt8], profileVersion: Int
  ) {
    self.id = id
    self.code = code
    self.uid = uid
    self.record = record
    self.pin = pin
    self.profile = profile
    self.profileCommitment = profileCommitment
    self.profileVersion = profileVersion
  }
}
