import Glibc
import MyNumberKit

/// Kills the process at one of the steps by which a copy that is committed gets its name.
final class KillingReplacement: RecordsReplacement {
  /// Where it is killed.
  enum Place: Int, CaseIterable {
    case nowhere
    /// Once the copy is committed.
    case committed
    /// Once the records that stood there have another name too.
    case setAside
    /// Once the copy has its name.
    case named
  }

  private let real: VaultReplacement
  private let folder: String
  private let place: Place

  init(folder: String, killAt place: Place) throws(StorageError) {
    real = try VaultReplacement(folder: folder)
    self.folder = folder
    self.place = place
  }

  func standing() throws(StorageError) -> (any VaultStore)? { try real.standing() }

  func copy(from path: String, _ body: (Span<UInt8>) -> Void) throws(StorageError) {
    try real.copy(from: path, body)
  }

  func opened() throws(StorageError) -> any VaultStore { try real.opened() }

  func finish(settingAside name: String) throws(StorageError) -> Bool {
    if place == .committed { die() }
    if place == .setAside {
      _ = unsafe link(folder + "/vault.sqlite", folder + "/" + name)
      die()
    }
    let isThere = try real.finish(settingAside: name)
    if place == .named { die() }
    return isThere
  }

  func giveUp() { real.giveUp() }

  private func die() { kill(getpid(), SIGKILL) }
}
