/// How long a session lives: a sign-in is not for ever, and less so where nobody works.
public struct SessionLife: Sendable {
  /// The longest time between two uses, in seconds.
  public var idle: Int64
  /// The longest time from the sign-in on, in seconds.
  public var total: Int64

  /// Fifteen minutes without use, and twelve hours, a working day with its overtime, at most.
  public init(idle: Int64 = 15 * 60, total: Int64 = 12 * 60 * 60) {
    self.idle = idle
    self.total = total
  }
}
