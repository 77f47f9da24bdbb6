public import People

/// That the contractor gave everything back, or destroyed it, after the end.
public struct EntrustmentReturn: Hashable, Sendable {
  public let on: CalendarDate
  /// Whether a certificate of destruction (廃棄証明) was received.
  public let hasCertificate: Bool

  public init(on: CalendarDate, hasCertificate: Bool) {
    self.on = on
    self.hasCertificate = hasCertificate
  }
}
