/// One line of the register of exports.
public struct ExportRow: Equatable, Sendable {
  public let id: [UInt8]
  /// The canonical bytes that the log pins.
  public let bytes: [UInt8]
  /// The index of the entry that pins `bytes`.
  public let pin: Int

  public init(id: [UInt8], bytes: [UInt8], pin: Int) {
    self.id = id
    self.bytes = bytes
    self.pin = pin
  }
}
