internal import Text

/// The swap areas of this computer that are not known to be encrypted.
///
/// This program's secrets are locked in memory; those of an editor or a browser in which a file with
/// numbers was open are not.
public struct SwapAreas {
  /// Their paths.
  public let unencrypted: [String]

  /// Reads `/proc/swaps`; where there is none, nothing is known.
  ///
  /// - Parameter root: Where `/proc`, `/sys` and `/dev` stand; for tests.
  public init(root: String = "") {
    let table = Self.text(root + "/proc/swaps") ?? ""
    unencrypted = table.split(separator: "\n").dropFirst().compactMap { line in
      guard let path = line.split(whereSeparator: \.isWhitespace).first.map(String.init) else {
        return nil
      }
      return Self.isEncrypted(path, root) ? nil : path
    }
  }

  /// A device of dm-crypt, or compressed memory.
  private static func isEncrypted(_ path: String, _ root: String) -> Bool {
    let device = PrivateFolder.resolved(root + path) ?? path
    guard let name = device.split(separator: "/").last.map(String.init) else { return false }
    if name.hasPrefix("zram") { return true }
    return text("\(root)/sys/block/\(name)/dm/uuid")?.hasPrefix("CRYPT-") == true
  }

  /// Files of the kernel do not say how long they are.
  private static func text(_ path: String) -> String? {
    KernelFile.bytes(path, limit: 1 << 16).map { String(decoding: $0, as: UTF8.self) }
  }
}
