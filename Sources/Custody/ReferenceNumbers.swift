/// Finds the value of `reference_numbers` in the lines of an employer file.
///
/// The value begins behind the key at the beginning of a line, and goes on in lines that are
/// indented or begin with a hyphen. Whatever is not part of a list of digits ends it, a comment too.
struct ReferenceNumbers {
  private static let key = Array("reference_numbers:".utf8)
  private static let listBytes = Set(" ,-[]\"'\r0123456789".utf8)

  private var isInValue = false
  private var lengths: Set<Int> = [10, 13]

  /// Writes letters over the digits of a line that are a 整理番号.
  mutating func blank(_ line: inout [UInt8]) {
    var start = 0
    if line.starts(with: Self.key) {
      isInValue = true
      start = Self.key.count
    } else if line.first != UInt8(ascii: " "), line.first != UInt8(ascii: "-") {
      isInValue = false
    }
    if isInValue { blank(&line, from: start) }
  }

  private mutating func blank(_ line: inout [UInt8], from start: Int) {
    var place = start
    while place < line.count, Self.listBytes.contains(line[place]) {
      let end = line[place...].firstIndex { !Self.isDigit($0) } ?? line.count
      if lengths.remove(end - place) != nil {
        line.replaceSubrange(
          place..<end, with: repeatElement(UInt8(ascii: "x"), count: end - place))
      }
      place = max(end, place + 1)
    }
    if place < line.count { isInValue = false }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
