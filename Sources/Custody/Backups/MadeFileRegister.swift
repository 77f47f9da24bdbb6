/// A register of files that were made, by the command that records what was destroyed elsewhere.
enum MadeFileRegister: String {
  /// Of files with numbers.
  case exports = "export dispose"
  /// Of copies of the vault's files.
  case backups = "backup dispose"
}
