/// What a data key encrypts.
public enum SealedKind: Int64, Hashable, Sendable {
  /// A version of a person's number.
  case number = 1
  /// Name, address, birth date.
  case profile = 2
  /// How identity was verified.
  case evidence = 3
  /// The same number as a second user entered it, until the two are compared.
  case secondEntry = 4

  /// Whether it is a number, which a receipt alone opens.
  var isNumber: Bool { self == .number || self == .secondEntry }
}
