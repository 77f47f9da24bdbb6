/// One of the two files of a vault.
public enum StorageFile: String, Hashable, Sendable {
  /// People, numbers' ciphertexts, evidence, documents and the access log (`vault.sqlite`).
  case records
  /// Users, grants, lockboxes and wrapped data keys (`keys.sqlite`).
  case keys
}
