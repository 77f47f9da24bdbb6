public import People

/// A person on a slip who has no usable number, and why; an export stops once for them.
public struct MissingNumber: Hashable, Sendable {
  public let person: PersonCode
  public let reason: NoNumberReason
}
