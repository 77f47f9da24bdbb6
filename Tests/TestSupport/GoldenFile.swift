import Foundation

/// A file that was read once by a person and kept.
public enum GoldenFile {
  /// Whether bytes are those of a file of the checkout; `UPDATE_GOLDEN=1` writes it anew, to be read
  /// and committed.
  public static func keeps(_ bytes: [UInt8], at path: String) throws -> Bool {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try Data(bytes).write(to: URL(filePath: FileBytes.root + "/" + path))
    }
    return try FileBytes.checkout(path) == bytes
  }
}
