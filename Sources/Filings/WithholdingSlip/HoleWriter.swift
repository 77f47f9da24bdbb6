/// Collects what goes into the number fields of a row: public digits now, holes for later.
struct HoleWriter {
  private(set) var holes: [NumberHole] = []
  private var insertions: [(offset: Int, bytes: [UInt8])] = []
  private var shift = 0

  mutating func hole(at offset: Int, _ style: NumberHole.Style) {
    holes.append(NumberHole(offset: offset + shift, style: style))
  }

  /// Offsets ascend from call to call.
  mutating func insert(_ digits: String, at offset: Int) {
    let bytes = Array(digits.utf8)
    insertions.append((offset, bytes))
    shift += bytes.count
  }

  func inserted(into row: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(row.count + shift)
    var done = 0
    for insertion in insertions {
      bytes += row[done..<insertion.offset]
      bytes += insertion.bytes
      done = insertion.offset
    }
    return bytes + row[done...]
  }
}
