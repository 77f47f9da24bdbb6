internal import JSON
internal import Secrets

/// Lines of an exported log, each with the hash of the entry in it.
///
/// Nothing here depends on the lines before, so that another thread makes it.
struct LogLines: Sendable {
  struct Line: Sendable {
    /// Where the line stands, with its LF.
    let range: Range<Int>
    /// Where its parts stand, from the line's start; nil if it does not end as an entry's line.
    let parts: EntryLineParts?
    /// The hash of the entry, and whether the line states it; nil without parts, or if hashing failed.
    let leaf: (hash: MerkleHash, isStated: Bool)?
  }

  let bytes: [UInt8]
  let lines: [Line]

  /// - Parameter bytes: Whole lines; what follows the last LF is in no line.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let span = bytes.span
    // Whoever needs a hash that is not here makes it, and says why it cannot be made.
    var context = try? SHA256Context()
    var lines: [Line] = []
    var start = 0
    while let end = span.firstIndex(of: LogLine.end, from: start) {
      let range = start..<end + 1
      let line = span.extracting(range)
      let parts = EntryLineParts(line)
      var leaf: (hash: MerkleHash, isStated: Bool)?
      if let parts, let hash = try? context?.leaf(of: line.extracting(parts.entry)) {
        leaf = (hash, parts.state(hash, in: line))
      }
      lines.append(Line(range: range, parts: parts, leaf: leaf))
      start = range.upperBound
    }
    self.lines = lines
  }
}

extension SHA256Context {
  fileprivate mutating func leaf(of entry: Span<UInt8>) throws(AuditingError) -> MerkleHash {
    try MerkleHash.leaf(of: entry, using: &self)
  }
}
