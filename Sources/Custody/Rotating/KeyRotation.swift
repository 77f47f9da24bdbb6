internal import Auditing
internal import JSON
internal import Rules
internal import Sealing
internal import Wording

/// Gives a purpose or a compartment a new key pair and carries over what lies under the former ones.
///
/// The new generation is stated and sealed to all holders in a commit of its own; from then on
/// collecting seals to it. What lies under the former generations is wrapped anew batch by batch, the
/// batch's lockbox in the place of many; the former private halves are destroyed last. Whatever stops
/// it in between, both generations open, and the next run goes on where it stopped.
public struct KeyRotation {
  /// What a rotation did.
  public struct Outcome: Hashable, Sendable {
    /// The key's name.
    public let key: String
    /// The generation that stands now.
    public let generation: Int
    /// How many sealed values were carried over in this run.
    public let values: Int
    /// Whether they got fresh data keys.
    public let isResealed: Bool
    /// Whether an interrupted rotation was brought to its end.
    public let isResumed: Bool
    /// The names of holders who did not get the new generation: no role of theirs allows the key any
    /// more.
    public let leftOut: [String]
  }

  private let session: Session
  private let hand: KeyHand
  private let batchSize: Int
  private var vault: Vault { session.vault }

  /// Rotates as the session's user, or with the recovery file.
  public init(_ session: Session, recovery: Recovery? = nil) {
    self.init(session, recovery: recovery, batchSize: CarryOver.batchSize)
  }

  init(_ session: Session, recovery: Recovery? = nil, batchSize: Int) {
    self.session = session
    self.batchSize = batchSize
    hand = KeyHand(session, recovery)
  }

  /// The keys whose rotation is due or was interrupted and which can be rotated here, in the order in
  /// which they were made.
  public var due: [String] {
    let authority = vault.authority
    let due = authority.rotationDue.union(authority.rotationUnfinished)
    return authority.keyNames.filter { key in
      due.contains(key) && ContractorKey(name: key) == nil && hand.ring.holds(key)
    }
  }

  /// Rotates a key, or brings its interrupted rotation to an end.
  ///
  /// - Parameters:
  ///   - reseal: Replaces every data key and ciphertext too, so that a copy of the old keys file opens
  ///     nothing of what stands in the records file then.
  ///   - progress: Told how many values are carried over.
  /// - Throws: `.refused` for whom no role allows it and who does not hold the key; `.notFound`;
  ///   `.usage` for a contractor's key, and for resealing what is shared by a key that is not held;
  ///   `.integrity` for what does not open.
  public func rotate(
    _ name: String, reseal: Bool = false, progress: (Int) -> Void = { _ in }
  ) throws(CustodyError) -> Outcome {
    if hand.recovery == nil { try session.require(.rotate) }
    try check(name)
    // What an interrupted reseal has left is owed still.
    let authority = vault.authority
    let isOwed = authority.rotationUnfinished.contains(name) && authority.reseals(name)
    let reseal = reseal || isOwed
    let isResumed = isUnfinished(name, reseal, vault.authority)
    var leftOut: [String] = []
    if !isResumed {
      if reseal { try SharedValues(hand).check(under: name) }
      leftOut = try makeGeneration(of: name, reseal: reseal)
    }
    guard let newest = vault.authority.key(name) else { throw CustodyError(.busy) }
    let work = try CarryOver(hand, to: newest, batchSize: batchSize)
    let values = try work.run(progress)
    return Outcome(
      key: name, generation: newest.generation, values: values,
      isResealed: vault.authority.reseals(name), isResumed: isResumed, leftOut: leftOut)
  }

  private func check(_ name: String) throws(CustodyError) {
    guard ContractorKey(name: name) == nil else {
      throw CustodyError(
        .usage("a contractor's key is renewed by sharing again: mynumber entrustment share"))
    }
    let authority = vault.authority
    guard authority.key(name) != nil else { throw CustodyError(.notFound("key \(name)")) }
    for generation in authority.generations(of: name)
    where hand.ring.key(name, generation: generation) == nil {
      let grant = KeyGrant(user: hand.id, key: name, generation: generation)
      // What was granted since the session began is not open here.
      guard !authority.grants.contains(grant) else { throw CustodyError(.busy) }
      try session.refuse(.keyNotHeld(PurposeID(rawValue: name)), action: .rotate)
    }
  }

  /// Whether the newest generation stands already and does what is asked for.
  private func isUnfinished(_ name: String, _ reseal: Bool, _ authority: Authority) -> Bool {
    authority.rotationUnfinished.contains(name) && !authority.rotationDue.contains(name)
      && (authority.reseals(name) || !reseal)
  }

  /// States the next generation and seals it to each holder whose roles allow the key by the policy in
  /// force: whoever was granted it under another one keeps nothing but what ends.
  ///
  /// - Returns: The names of the others.
  private func makeGeneration(
    of name: String, reseal: Bool
  ) throws(CustodyError) -> [String] {
    let transaction = try hand.begin()
    let authority = transaction.currentAuthority
    // Another holder may have been quicker.
    guard authority.key(name).map({ hand.ring.key(name)?.key == $0 }) == true else {
      throw CustodyError(.busy)
    }
    var content = hand.entry("key")
    content.detail["reason"] = .string(
      authority.rotationDue.contains(name) ? "rotation-due" : "rotation")
    let held = try hand.makeGeneration(
      of: name, reseals: reseal, under: content, in: transaction)
    var leftOut: [String] = []
    for holder in authority.holders(of: name) where holder.isActive(on: vault.decisionDay) {
      // Who makes a generation holds it.
      if holder.id == hand.id {
        try transaction.seal(held, to: holder.id)
      } else if vault.keys(of: holder).contains(name) {
        try hand.grant(held, to: holder.id, in: transaction)
      } else {
        leftOut.append(holder.name)
      }
    }
    try transaction.finish(signedBy: session.secrets.signer)
    hand.ring.add(held)
    return leftOut
  }
}
