internal import Secrets
internal import Storage

/// Looks for destroyed bytes in both files as they stand, by their nonces.
///
/// It covers the two files; it cannot see free blocks of the disk, snapshots or copies, and the
/// certificate says so.
struct RemnantScan {
  /// How many patterns were looked for.
  let patterns: Int
  /// How many bytes were looked at.
  let bytes: Int
  /// How many of the patterns were found.
  let found: Int

  private static let window = AESGCM.nonceCount

  init(_ store: any VaultStore, for nonces: [[UInt8]]) throws(CustodyError) {
    var wanted: Set<[UInt8]> = []
    var filter = [Bool](repeating: false, count: 1 << 16)
    for nonce in nonces where nonce.count == Self.window {
      wanted.insert(nonce)
      filter[Int(nonce[0]) << 8 | Int(nonce[1])] = true
    }
    var scanner = Scanner(wanted: wanted, filter: filter)
    do throws(StorageError) {
      try store.begin(.reading)
      defer { store.rollback() }
      for file in [StorageFile.records, .keys] {
        scanner.startFile()
        try store.forEachChunk(of: file) { chunk in
          scanner.look(at: chunk)
          return true
        }
      }
    } catch {
      throw CustodyError(error)
    }
    patterns = wanted.count
    bytes = scanner.count
    found = scanner.found.count
  }

  private struct Scanner {
    let wanted: Set<[UInt8]>
    let filter: [Bool]
    var found: Set<[UInt8]> = []
    var count = 0
    private var tail: [UInt8] = []

    init(wanted: Set<[UInt8]>, filter: [Bool]) {
      self.wanted = wanted
      self.filter = filter
    }

    mutating func startFile() { tail = [] }

    mutating func look(at chunk: Span<UInt8>) {
      count += chunk.count
      let bytes = tail + [UInt8](copying: chunk)
      let last = bytes.count - RemnantScan.window
      if last >= 0 {
        for start in 0...last where filter[Int(bytes[start]) << 8 | Int(bytes[start + 1])] {
          let candidate = Array(bytes[start..<start + RemnantScan.window])
          if wanted.contains(candidate) { found.insert(candidate) }
        }
      }
      tail = Array(bytes.suffix(RemnantScan.window - 1))
    }
  }
}
