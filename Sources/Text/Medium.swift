import Glibc

/// On what kind of file system a file stands: whether overwriting it reaches the blocks it had.
@safe public enum Medium: String, Hashable, Sendable, CaseIterable {
  /// Files are overwritten where they lie; what a flash drive keeps beside them is out of reach.
  case inPlace = "in-place"
  /// What is written goes to new blocks, and the old ones keep what they had.
  case copying
  /// On another computer, or behind a program, of which nothing is known.
  case network
  /// Over another file system, in which an older version may lie.
  case layered
  /// In memory, and in swap if there is any.
  case memory

  /// By the table of mounts: the one whose mount point is the longest before the folder counts.
  ///
  /// - Parameters:
  ///   - folder: A folder without links.
  ///   - table: The table, as `/proc/self/mountinfo` has it (proc(5)).
  /// - Returns: `.network` where the table does not say: nothing is known then.
  public init(of folder: String, inTable table: String? = nil) {
    var best: (length: Int, type: Substring)?
    for line in (table ?? Self.mounts()).split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard let dash = fields.firstIndex(of: "-"), fields.count > dash + 1, fields.count > 4 else {
        continue
      }
      let point = fields[4].replacing("\\040", with: " ")
      let isAbove = point == "/" || folder == point || folder.hasPrefix(point + "/")
      if isAbove, point.utf8.count >= best?.length ?? 0 {
        best = (point.utf8.count, fields[dash + 1])
      }
    }
    self = best.map { Self.ofType(String($0.type)) } ?? .network
  }

  private static func ofType(_ type: String) -> Medium {
    switch type {
    case "btrfs", "zfs", "bcachefs", "f2fs", "nilfs2": .copying
    case "overlay", "aufs", "unionfs": .layered
    case "tmpfs", "ramfs": .memory
    case "nfs", "nfs4", "cifs", "smb3", "9p", "virtiofs", "ceph", "vboxsf", "drvfs": .network
    case let type where type.hasPrefix("fuse"): .network
    default: .inPlace
    }
  }

  private static func mounts() -> String {
    let file = unsafe open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { _ = close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(file, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}
