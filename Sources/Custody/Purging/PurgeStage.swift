/// How far a purge has come.
public enum PurgeStage: Hashable, Sendable {
  /// What is due is known.
  case planned
  /// Every row is overwritten, and the commit is durable.
  case destroyed
  /// Both files are being looked through for what was destroyed.
  case scanning
  /// So many bytes were looked through.
  case scanned(bytes: Int)
}
