internal import Glibc

/// Reads whole files.
public enum FileBytes {
  /// The root of the checkout.
  public static let root = String(
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/"))

  /// The bytes of a file by any path.
  public static func read(_ path: String) throws -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(number: errno) }
    defer { close(descriptor) }
    return try rest(of: descriptor)
  }

  /// The bytes of a file of the checkout, by its path from the root.
  public static func checkout(_ path: String) throws -> [UInt8] { try read("\(root)/\(path)") }

  /// What an open file holds from where it stands.
  static func rest(of descriptor: Int32) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { raw in
        unsafe Glibc.read(descriptor, raw.baseAddress, raw.count)
      }
      guard count >= 0 else { throw FileFailure(number: errno) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}
