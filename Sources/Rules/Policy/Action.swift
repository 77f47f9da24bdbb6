/// What can be done with a vault; the raw value is the log entry's `action`.
public enum Action: String, CaseIterable, Hashable, Sendable {
  case initialise = "init"
  case signIn = "sign-in"
  /// A read of a number through the gate.
  case read
  /// Names, codes and standing, without a number.
  case list
  case importPeople = "import"
  /// A number entered again by a second user, or checked by somebody.
  case secondEntry = "second-entry"
  /// The comparison of a number's two sealed entries; nothing of them leaves.
  case compare
  case declare
  /// Wrapping a number's data key for one more key, by somebody who can open it.
  case widen
  case verify
  /// To answer for numbers verified before the vault, particulars not kept.
  case attest
  /// A life event: leaving, a matter completed, a dependent removed.
  case event
  /// A request for a number, and what came of it.
  case ask
  case leave
  case correct
  /// Files with numbers: slips, notices.
  case export
  /// Slip plan and summary: no number is opened.
  case plan
  case audit
  /// What a person may ask about themself (個人情報保護法33条).
  case disclose
  case signOff = "sign-off"
  /// What is done with numbers outside the vault, and training and pledges, on record.
  case handling
  case retention
  case purge
  case hold
  case administerUsers = "administer-users"
  case administerPolicy = "administer-policy"
  case grant
  case revoke
  case passphrase
  case rotate
  case employer
  case handOver = "hand-over"
  /// The register of contractors (委託先).
  case entrust
  /// Sharing numbers with a contractor, by key.
  case share
  case backup
  case restore
}
