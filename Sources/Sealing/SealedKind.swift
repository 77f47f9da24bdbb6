/// What a data key encrypts.
public enum SealedKind: Int64, Hashable, Sendable {
  /// A version of a person's number.
  case number = 1
  /// Name, address, birth date.
  case profile = 2
  /// How identity was verified.
  case evidence = 3
}
