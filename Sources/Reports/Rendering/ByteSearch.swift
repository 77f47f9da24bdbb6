/// Finds bytes in bytes.
enum ByteSearch {
  /// Where the first occurrence ends; nil for none.
  static func end(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    var start = bytes.startIndex
    while let place = bytes[start...].firstIndex(of: first) {
      guard bytes.endIndex - place >= wanted.count else { return nil }
      if bytes[place...].starts(with: wanted) { return place + wanted.count }
      start = place + 1
    }
    return nil
  }
}
