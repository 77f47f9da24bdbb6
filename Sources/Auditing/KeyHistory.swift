internal import People
internal import Secrets

/// The generations of one purpose's or compartment's key, as the log states them.
struct KeyHistory {
  let name: String
  /// Index of the entry of generation 1.
  let number: Int
  /// The last day of the newest generation, of a contractor's key.
  var until: CalendarDate?
  /// How many generations, the first ones, have ended.
  var ended = 0
  /// Whether the newest generation seals anew what lies under those before it.
  var reseals = false
  /// Public halves, generation 1 first.
  var generations: [X25519PublicKey]

  /// Whether its newest generation stands.
  var isLive: Bool { generations.count > ended }

  func authenticated(generation: Int) -> AuthenticatedKey? {
    guard generation > ended, generation <= generations.count else { return nil }
    return AuthenticatedKey(
      name: name, generation: generation, number: number, publicKey: generations[generation - 1])
  }
}
