import Storage
import Testing

/// What every driver of ``VaultStore`` must do, whatever it keeps the rows in.
struct StoreConformance: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Checks one promise on a new, empty store.
  let check: @Sendable (any VaultStore) throws -> Void

  init(_ promise: String, _ check: @escaping @Sendable (any VaultStore) throws -> Void) {
    testDescription = promise
    self.check = check
  }

  /// Every promise.
  static let all: [StoreConformance] =
    transactions + log + people + numbers + documents + users + wraps + spools
}

/// Expects a storage error of this kind.
func expect(
  _ code: StorageError.Code, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () throws -> Void
) {
  let error = #expect(throws: StorageError.self, sourceLocation: sourceLocation) { try body() }
  #expect(error?.code == code, sourceLocation: sourceLocation)
}
