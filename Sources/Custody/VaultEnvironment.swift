public import People
public import Rules
public import Secrets

/// What a vault needs from around it: time, randomness, kept checkpoints and, in tests, a decider.
public struct VaultEnvironment {
  /// The clock.
  public var now: () -> Timestamp
  /// The source of randomness.
  public var random: RandomBytes
  /// Checkpoints outside the vault.
  public var keeper: (any CheckpointKeeper)?
  /// Decides instead of the pinned policy; for tests of what key possession alone promises.
  public var decider: (any Decider)?
  /// How long a session lives.
  public var sessionLife = SessionLife()
  /// Whether files with numbers are made nameless where the file system can; a test has them named.
  public var triesNamelessFiles = true
  /// Told how many of how many entries are checked while a long log is opened.
  public var progress: (Int, Int) -> Void

  /// The environment of the command.
  public init(
    now: @escaping () -> Timestamp, random: RandomBytes = RandomBytes(),
    keeper: (any CheckpointKeeper)? = nil, decider: (any Decider)? = nil,
    progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) {
    self.now = now
    self.random = random
    self.keeper = keeper
    self.decider = decider
    self.progress = progress
  }
}
