public import JSON
public import People

/// What one line of the access log says, before it has a place, a time and a salt.
///
/// An entry concerns at most one person. Absent values are left out of the canonical object.
/// Keys of the object and their meaning stand in the format page, "Log entry".
public struct EntryContent: Hashable, Sendable {
  /// What was done, such as `read`, `import`, `sign-in`, `user-add` or `purge`.
  public var action: String
  /// The user's id (`u0`, `u7` …), `recovery`, or `unknown` before anybody is known.
  public var actor: String
  /// How it ended.
  public var outcome: Outcome
  /// The Article 19 item under which the number leaves (番号法19条), if it leaves.
  public var article: String?
  /// A change of authority, with full public keys or digest.
  public var authority: AuthorityStatement?
  /// The text of a checkpoint that a restore abandoned.
  public var checkpoint: String?
  /// How many people or rows a batch entry speaks of; of a sign-in, how many that failed before it
  /// have no entry.
  public var count: Int?
  /// The declaration that this entry makes.
  public var declaration: DeclarationID?
  /// Small facts of the action: counts, codes, dates; never a number or a name of a person.
  public var detail: [String: CanonicalValue] = [:]
  /// The form copy for which a number was read.
  public var form: String?
  /// Lockboxes that this entry makes: key name to SHA-256 of the lockbox's canonical bytes.
  public var lockboxes: [String: [UInt8]] = [:]
  /// The code of the one person concerned.
  public var person: String?
  /// SHA-256 of the policy in force, 64 hex digits.
  public var policy: String?
  /// The purpose of use.
  public var purpose: String?
  /// Why, in the actor's words: a `FreeText`.
  public var reason: String?
  /// To whom the form goes.
  public var recipient: String?
  /// The actor's roles, joined with `+`.
  public var role: String?
  /// SHA-256 of the canonical bytes of the person row that this entry pins, 32 bytes.
  public var row: [UInt8]?
  /// The rule that refused.
  public var rule: String?
  /// True when the transaction also touches the keys file.
  public var touchesKeys = false
  /// The version of the number.
  public var version: Int?

  /// The member of `detail` that says by how many seconds the clock was behind the log.
  public static let clockDelay = "clock_behind"

  /// Makes the content of an entry; the rest is set by name.
  public init(action: String, actor: String, outcome: Outcome) {
    self.action = action
    self.actor = actor
    self.outcome = outcome
  }

  /// Whether anything rests on this entry but that it was written.
  var bindsAnything: Bool {
    authority != nil || checkpoint != nil || declaration != nil || !lockboxes.isEmpty
      || person != nil || row != nil || touchesKeys || version != nil
  }
}
