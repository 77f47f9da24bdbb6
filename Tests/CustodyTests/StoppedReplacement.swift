import MyNumberKit

/// Stops where a copy that is committed should get its name.
final class StoppedReplacement: RecordsReplacement {
  private let real: VaultReplacement

  init(_ real: VaultReplacement) { self.real = real }

  func standing() throws(StorageError) -> (any VaultStore)? { try real.standing() }

  func copy(from path: String, _ body: (Span<UInt8>) -> Void) throws(StorageError) {
    try real.copy(from: path, body)
  }

  func opened() throws(StorageError) -> any VaultStore { try real.opened() }

  func finish(settingAside name: String) throws(StorageError) -> Bool {
    throw StorageError(.failed(5), doing: "stopping")
  }

  func giveUp() { real.giveUp() }
}
