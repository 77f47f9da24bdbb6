import Secrets
import Text

/// A row of a unified CSV byte for byte, but for its number fields, which are empty.
struct PassedRow: Hashable, Sendable {
  /// The bytes with the line ending.
  let bytes: [UInt8]
  /// Whether every other field was searched for what could be a number.
  let isSearched: Bool
  /// Where the field of a number begins, by field number, ascending.
  let gaps: [(field: Int, offset: Int)]

  /// Takes the bytes of a row but for the fields at some places, from 0, which ascend.
  init(_ row: borrowing CSVRow, without places: [Int], isSearched: Bool) {
    self.isSearched = isSearched
    let ranges = Self.ranges(of: places, in: row)
    let ending = row.ending
    (bytes, gaps) = row.withRawBytes { row in
      var bytes: [UInt8] = []
      var gaps: [(field: Int, offset: Int)] = []
      bytes.reserveCapacity(row.count + 2)
      gaps.reserveCapacity(places.count)
      var start = 0
      for (place, range) in zip(places, ranges) {
        bytes.append(copying: row.extracting(start..<range.lowerBound))
        gaps.append((place + 1, bytes.count))
        start = range.upperBound
      }
      bytes.append(copying: row.extracting(start..<row.count))
      ending.append(to: &bytes)
      return (bytes, gaps)
    }
  }

  private static func ranges(of places: [Int], in row: borrowing CSVRow) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(places.count)
    for place in places { ranges.append(row.range(place)) }
    return ranges
  }

  static func == (left: Self, right: Self) -> Bool { left.bytes == right.bytes }
  func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
