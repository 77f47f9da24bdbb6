internal import Secrets

/// The generations of one purpose's or compartment's key, as the log states them.
struct KeyHistory {
  let name: String
  /// Index of the entry of generation 1.
  let number: Int
  /// Public halves, generation 1 first.
  var generations: [X25519PublicKey]

  func authenticated(generation: Int) -> AuthenticatedKey? {
    guard generation >= 1, generation <= generations.count else { return nil }
    return AuthenticatedKey(
      name: name, generation: generation, number: number, publicKey: generations[generation - 1])
  }
}
