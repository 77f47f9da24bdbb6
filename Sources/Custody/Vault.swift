public import Auditing
public import People
public import Rules
internal import Secrets
public import Storage

/// A vault whose log has been checked from entry 0 on.
///
/// It can answer what is clear (codes, dates, the log); whatever needs a key needs a `Session`.
public final class Vault {
  /// The two files.
  public let store: any VaultStore
  /// The self-certifying id.
  public var id: VaultID { authority.vaultID }
  /// Who may do what, as the log says.
  public internal(set) var authority: Authority
  /// The policy that the log pins.
  public internal(set) var policy: Policy {
    didSet { policyDecider = PolicyDecider(policy: policy) }
  }
  /// The newest signed checkpoint and how many entries follow it without one.
  public internal(set) var signature: LogSignature
  /// The latest time of the entries that somebody signed for.
  public internal(set) var latestTime: Timestamp
  /// Why the newest checkpoint could not be kept outside the vault; nil if it was.
  ///
  /// What was committed is durable all the same, so nothing is thrown then. Look at it when the
  /// work is done: without a kept checkpoint a rollback does not show.
  public internal(set) var unkeptCheckpoint: CustodyError?
  let environment: VaultEnvironment
  var frontier: MerkleFrontier
  /// What the entries pin.
  let pins: LogPins
  /// Laid out once a policy, not once a request.
  private(set) var policyDecider: PolicyDecider

  init(
    store: any VaultStore, authority: Authority, policy: Policy, frontier: MerkleFrontier,
    pins: PinIndex, latestTime: Timestamp, signature: LogSignature, environment: VaultEnvironment
  ) {
    self.store = store
    self.authority = authority
    self.policy = policy
    policyDecider = PolicyDecider(policy: policy)
    self.frontier = frontier
    self.pins = LogPins(pins)
    self.latestTime = latestTime
    self.signature = signature
    self.environment = environment
  }

  /// How many entries the log has.
  public var logSize: Int { frontier.size }

  /// Today in Japan, by the clock.
  public var today: CalendarDate { environment.now().japanDate }

  var decider: any Decider { environment.decider ?? policyDecider }

  /// Why the decider would refuse a request; nil if it would not.
  ///
  /// Nothing is recorded.
  func refusal(of request: borrowing Request) -> Refusal? {
    do throws(Refusal) {
      _ = try decider.decide(request)
      return nil
    } catch {
      return error
    }
  }
}
