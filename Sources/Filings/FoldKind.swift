/// What folding changed in a value.
public enum FoldKind: String, Hashable, Sendable, CaseIterable {
  case width
  case hyphen
  case space
}
