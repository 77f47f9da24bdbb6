import Secrets

extension AuditingError.Code {
  /// Hashes the kind alone: the library's error beside it is comparable, not hashable.
  public func hash(into hasher: inout Hasher) {
    if case .cryptography = self { return }
    hasher.combine(sentence)
  }
}
