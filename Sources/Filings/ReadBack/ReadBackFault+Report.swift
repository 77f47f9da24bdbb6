extension ReadBackFault {
  /// A line by which a process that reads pages back says what it found: a page, an item or `-`, and
  /// what is wrong.
  var report: String? {
    guard case .page(let page, let box) = place else { return nil }
    return "\(page) \(box ?? "-") \(kind.rawValue)\n"
  }

  /// Reads such a line, and nothing but such a line: what is told is shown.
  init?(report bytes: [UInt8]) {
    guard let line = bytes.split(separator: 0x0A, maxSplits: 1).first else { return nil }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard words.count == 3, words[0].utf8.count <= 6, let page = Int(words[0]), page > 0,
      let kind = Kind(rawValue: String(words[2]))
    else { return nil }
    if words[1] == "-" {
      self.init(.page(page, box: nil), kind)
    } else {
      guard words[1].hasPrefix("#"), words[1].utf8.count <= 5,
        RecordItem(words[1].dropFirst()) != nil
      else { return nil }
      self.init(.page(page, box: String(words[1])), kind)
    }
  }
}
