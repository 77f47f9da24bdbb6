import Glibc
import Storage

/// What a rollback journal says of the transaction it belongs to.
///
/// A transaction over two files names its super-journal, with the full path of that day, at the
/// end of each file's journal. If the folder was renamed or restored elsewhere after a crash,
/// SQLite would not find that path, take the transaction for committed and leave one file undone:
/// the vault would be torn in silence. See "Multi-file Commit" in SQLite's "Atomic Commit".
enum Journal {
  private static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  /// Refuses a journal whose super-journal is not in `folder`.
  ///
  /// - Throws: ``StorageError`` with `.staleJournal`, or `.failed` when it cannot be read.
  static func check(
    _ path: String, file: StorageFile, folder: String
  ) throws(StorageError) {
    guard let name = try superJournal(namedIn: path, file) else { return }
    let slash = name.lastIndex(of: UInt8(ascii: "/")) ?? 0
    guard name[..<slash].elementsEqual(folder.utf8) else {
      throw StorageError(
        .staleJournal(path: path), file: file, doing: "looking for an unfinished transaction")
    }
  }

  /// Returns the name at the end of a journal.
  ///
  /// There stand the name, its length (4 bytes, big-endian), a checksum (4) and the magic (8).
  /// The checksum is not needed: a damaged name is refused all the same.
  private static func superJournal(
    namedIn path: String, _ file: StorageFile
  ) throws(StorageError) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw StorageError(.failed(errno), file: file, doing: "reading a journal")
    }
    // No lock is held yet, so closing a descriptor of this process gives none away.
    defer { Glibc.close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 16, let tail = read(descriptor, at: size - 16, count: 16),
      tail[8...].elementsEqual(magic)
    else { return nil }
    let length = tail[..<4].reduce(0) { $0 << 8 | Int($1) }
    guard length > 0, length <= 4096, length <= size - 16 else { return nil }
    return read(descriptor, at: size - 16 - length, count: length)
  }

  private static func read(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = unsafe bytes.withUnsafeMutableBytes {
      unsafe pread(descriptor, $0.baseAddress, count, offset)
    }
    return got == count ? bytes : nil
  }
}
