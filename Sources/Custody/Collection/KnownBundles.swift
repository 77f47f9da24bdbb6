internal import People
internal import Rules

/// The purposes of each kind of person, worked out once for all people of a file.
struct KnownBundles {
  /// What a kind of person is told without being asked, and all that they may be told.
  struct Purposes {
    let bundle: [PurposeID]
    let declarable: [PurposeID]
    /// The names of what may be told.
    let names: Set<String>
  }

  private let policy: Policy
  private var known: [SubjectSet: Purposes] = [:]

  init(_ policy: Policy) { self.policy = policy }

  mutating func purposes(for record: PersonRecord) -> Purposes {
    let subjects = SubjectSet(of: record)
    if let found = known[subjects] { return found }
    let declarable = policy.declarable(to: record).filter { policy.carries($0, for: record) }
    let purposes = Purposes(
      bundle: policy.bundle(for: record), declarable: declarable,
      names: Set(declarable.map(\.rawValue)))
    known[subjects] = purposes
    return purposes
  }
}
