public import Auditing
internal import Secrets

/// The private halves that a signed-in user holds, and the lockboxes opened with them.
public final class KeyRing {
  private let vault: VaultID
  private var held: [String: [Int: HeldKey]] = [:]
  private var openBoxes: [Int64: OpenLockbox] = [:]

  /// A lockbox costs one X25519 operation to open; this many stay open.
  private static let openBoxLimit = 8192

  /// Starts an empty ring.
  public init(vault: VaultID) { self.vault = vault }

  /// Adds a private half.
  public func add(_ key: HeldKey) { held[key.key.name, default: [:]][key.key.generation] = key }

  /// Lets go of the generations of a key before one, which have ended.
  public func drop(_ name: String, before generation: Int) {
    held[name] = held[name]?.filter { $0.key >= generation }
    openBoxes = openBoxes.filter { _, box in
      box.lockbox.key != name || box.lockbox.generation >= generation
    }
  }

  /// Whether a generation of the key is held.
  public func holds(_ name: String) -> Bool { held[name]?.isEmpty == false }

  /// The names of the keys held, sorted.
  public var keyNames: [String] { held.keys.sorted() }

  /// A held private half, the newest generation by default.
  public func key(_ name: String, generation: Int? = nil) -> HeldKey? {
    guard let generations = held[name] else { return nil }
    return generation.map { generations[$0] } ?? generations.max { $0.key < $1.key }?.value
  }

  /// Opens a lockbox, or takes it from those already open.
  ///
  /// - Throws: `.keyNotHeld`, `.generationNotHeld`, `.wrongCommitment`, or what `rows` throws.
  func open(row: Int64, from rows: some SealedRows) throws(SealingError) -> OpenLockbox {
    if let box = openBoxes[row] { return box }
    let lockbox = try rows.lockbox(row: row)
    guard let generations = held[lockbox.key], !generations.isEmpty else {
      throw SealingError(.keyNotHeld, doing: "open a lockbox of \(lockbox.key)")
    }
    guard let holder = generations[lockbox.generation] else {
      throw SealingError(.generationNotHeld, doing: "open a lockbox of \(lockbox.key)")
    }
    let box = try OpenLockbox.open(
      lockbox, keyNumber: holder.key.number, vault: vault, with: holder.privateKey)
    if openBoxes.count >= Self.openBoxLimit { openBoxes.removeAll() }
    openBoxes[row] = box
    return box
  }

  /// The number of a held key in the log.
  func number(of name: String) -> Int? { held[name]?.values.first?.key.number }
}
