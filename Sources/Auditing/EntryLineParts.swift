internal import JSON

/// Where the members of an entry's line stand, found from its end without parsing the entry.
///
/// Every byte of such a line is in one of the parts or is told here.
struct EntryLineParts {
  let entry: Range<Int>
  let index: Range<Int>
  let leaf: Range<Int>

  /// - Returns: nil if the line does not end with an index, a leaf and LF.
  init?(_ line: Span<UInt8>) {
    let start = LogLine.entryStart.utf8CodeUnitCount
    let leafEnd = line.count - 3
    guard leafEnd > start, PlainScan.end(of: "\"}\n", at: leafEnd, in: line) != nil else {
      return nil
    }
    let leafStart = leafEnd - 2 * MerkleHash.count
    guard let indexEnd = Self.start(of: ",\"leaf\":\"", before: leafStart, in: line) else {
      return nil
    }
    var indexStart = indexEnd
    while indexStart > start, Self.isDigit(line[indexStart - 1]) { indexStart -= 1 }
    guard indexStart < indexEnd,
      let entryEnd = Self.start(of: ",\"index\":", before: indexStart, in: line),
      entryEnd > start
    else { return nil }
    entry = start..<entryEnd
    index = indexStart..<indexEnd
    leaf = leafStart..<leafEnd
  }

  /// Whether the line states a hash.
  func state(_ leaf: MerkleHash, in line: Span<UInt8>) -> Bool {
    leaf.withSpan { Hex.says(line.extracting(self.leaf), $0) }
  }

  private static func start(
    of text: StaticString, before end: Int, in line: Span<UInt8>
  ) -> Int? {
    let start = end - text.utf8CodeUnitCount
    guard start >= 0, EntryOutline.equal(line, start..<end, text) else { return nil }
    return start
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
