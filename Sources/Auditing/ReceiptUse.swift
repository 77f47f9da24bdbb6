public import Rules

/// What a receipt may be spent on.
///
/// A receipt of one use is another type than one of the next.
public protocol ReceiptUse {
  /// The action that a grant must have been asked for.
  static var action: Action { get }
}
