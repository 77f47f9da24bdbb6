public import People
public import Rules

/// Shares numbers with a contractor by key: the named people's data keys are wrapped for a key pair
/// of the contractor's own, which its users hold until the contract ends (番号法19条6号).
public struct ContractorSharing {
  private let session: Session

  /// Acts as the session's user, who holds the purpose's key.
  public init(_ session: Session) { self.session = session }

  /// What was shared.
  public struct Outcome: Sendable {
    public let contractor: ContractorID
    /// The name of the key.
    public let key: String
    /// How many people's numbers lie under it now for this call.
    public let people: Int
    /// The users of the contractor who were made holders.
    public let users: [String]
    /// Whether the key pair is new because somebody who held the last one was revoked, or because
    /// nobody here holds it: everything shared before was wrapped anew.
    public let isRotated: Bool
    /// The last day.
    public let until: CalendarDate
  }

  /// Shares the current numbers of people for a purpose.
  ///
  /// - Parameters:
  ///   - name: A contractor, whose users all become holders, or one of its users.
  ///   - refused: Told of everybody whose number cannot be shared; then nothing is.
  /// - Throws: `.refused`, with entries in the log; `.notFound`; `.usage`.
  public func share(
    with name: String, for purpose: PurposeID, _ people: [PersonCode],
    refused: (PersonCode, Refusal) -> Void = { _, _ in }
  ) throws(CustodyError) -> Outcome {
    try session.require(.share)
    let run = try session.vault.caughtUp { () throws(CustodyError) in
      try SharingRun(session, with: name, for: purpose, people)
    }
    return try run.share(refused)
  }
}
