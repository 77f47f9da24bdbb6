/// What a wrapped data key opens.
public enum WrapObject: Int64, Hashable, Sendable, CaseIterable {
  case number = 1
  case profile = 2
  case evidence = 3
  case secondEntry = 4
}
