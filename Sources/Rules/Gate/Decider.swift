/// Whoever can turn a request into a grant or a refusal.
///
/// Only a type of this room can make a ``Grant``, so a decider elsewhere can only refuse or ask
/// another one.
public protocol Decider: Sendable {
  /// Decides `request`.
  ///
  /// - Throws: the first rule that forbids it, in the gate's order.
  func decide(_ request: borrowing Request) throws(Refusal) -> Grant
}
