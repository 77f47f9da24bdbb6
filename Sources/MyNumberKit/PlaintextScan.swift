internal import Glibc
internal import Numbers
internal import Text

/// Looks for files in which a My Number could stand clear, in folders that somebody names.
///
/// Digits in UTF-8 and CP932 are seen, in half and full width, with separators; one in eleven runs of
/// twelve digits is taken for a number that is none. What is compressed, encrypted, drawn or in
/// another encoding (a spreadsheet, a PDF, a picture) is not seen.
@safe public struct PlaintextScan {
  /// A file in which a number could stand.
  public struct Finding: Hashable, Sendable {
    /// Its path.
    public let path: String
    /// Whether others than its owner may read or write it.
    public let isOpenToOthers: Bool
  }

  /// How deep folders are gone into.
  public static let depth = 32
  /// The files in which a number could stand, in the order of their paths.
  public private(set) var findings: [Finding] = []
  /// How many files were looked at.
  public private(set) var files = 0
  /// What could not be read, or lies too deep.
  public private(set) var unread: [String] = []

  private static let chunk = 1 << 16
  /// Longer than twelve digits with what may stand between them.
  private static let overlap = 256
  private let excluded: Set<String>

  /// Looks through a folder and what is below it; links are not followed.
  ///
  /// - Parameter excluded: Folders, without links, that are left out: a vault's own.
  public init(_ folder: String, excluding excluded: Set<String> = []) {
    self.excluded = excluded
    look(into: PrivateFolder.resolved(folder) ?? folder, depth: 0)
  }

  private mutating func look(into folder: String, depth: Int) {
    guard !excluded.contains(folder) else { return }
    guard depth < Self.depth, let names = Self.names(in: folder) else {
      unread.append(folder)
      return
    }
    for name in names {
      let path = folder == "/" ? "/" + name : folder + "/" + name
      var status = stat()
      guard unsafe lstat(path, &status) == 0 else {
        unread.append(path)
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: look(into: path, depth: depth + 1)
      case S_IFREG: look(at: path, isOpenToOthers: status.st_mode & 0o077 != 0)
      default: continue
      }
    }
  }

  private mutating func look(at path: String, isOpenToOthers: Bool) {
    let file = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0, let found = Self.holdsNumber(file) else {
      unread.append(path)
      return
    }
    files += 1
    if found { findings.append(Finding(path: path, isOpenToOthers: isOpenToOthers)) }
  }

  /// Whether a number could stand in the file, which is closed; nil if it cannot be read.
  private static func holdsNumber(_ file: Int32) -> Bool? {
    defer { _ = close(file) }
    var bytes = [UInt8](repeating: 0, count: overlap + chunk)
    defer { wipe(&bytes) }
    var kept = 0
    while true {
      let count = unsafe bytes.withUnsafeMutableBytes { raw in
        unsafe read(file, raw.baseAddress?.advanced(by: kept), chunk)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return false }
      let filled = kept + count
      if looksLikeNumber(bytes.span.extracting(first: filled)) { return true }
      kept = min(overlap, filled)
      for place in 0..<kept {
        let byte = bytes[filled - kept + place]
        bytes[place] = byte
      }
    }
  }

  private static func wipe(_ bytes: inout [UInt8]) {
    for place in bytes.indices { bytes[place] = 0 }
  }

  private static func looksLikeNumber(_ piece: Span<UInt8>) -> Bool {
    MyNumber.looksLikeNumber(in: piece, .utf8) || MyNumber.looksLikeNumber(in: piece, .cp932)
  }

  private static func names(in folder: String) -> [String]? {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
