/// Byte strings that are looked for in one pass over some bytes.
struct BytePatterns {
  private var byStart: [Int: [(name: String, bytes: [UInt8])]] = [:]
  private(set) var count = 0

  /// Adds a pattern of at least four bytes under a name that may be shown.
  mutating func add(_ bytes: [UInt8], _ name: String) {
    precondition(bytes.count >= 4)
    byStart[Self.start(bytes, 0), default: []].append((name, bytes))
    count += 1
  }

  /// The names of the patterns that the bytes hold.
  func names(in bytes: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    guard bytes.count >= 4 else { return names }
    var flags = [Bool](repeating: false, count: 1 << 16)
    for start in byStart.keys { flags[start >> 16] = true }
    for place in 0...bytes.count - 4 where flags[Int(bytes[place]) << 8 | Int(bytes[place + 1])] {
      guard let candidates = byStart[Self.start(bytes, place)] else { continue }
      for candidate in candidates where bytes[place...].starts(with: candidate.bytes) {
        names.insert(candidate.name)
      }
    }
    return names
  }

  private static func start(_ bytes: [UInt8], _ place: Int) -> Int {
    Int(bytes[place]) << 24 | Int(bytes[place + 1]) << 16 | Int(bytes[place + 2]) << 8
      | Int(bytes[place + 3])
  }
}

extension [UInt8] {
  /// Whether the bytes hold a pattern of at least four bytes.
  func holds(_ pattern: [UInt8]) -> Bool {
    var patterns = BytePatterns()
    patterns.add(pattern, "it")
    return !patterns.names(in: self).isEmpty
  }
}
