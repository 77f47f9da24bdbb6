extension ItemTexts {
  /// The amount or head-count of an item; 0 where there is none, nil where it is no number of at
  /// most twelve digits.
  func count(_ item: RecordItem) -> Int? {
    guard let text = self[item] else { return 0 }
    return Self.plain(text) ?? Self.plain(FieldFolding.digits(text))
  }

  /// The same summed over items; what is no number counts as 0.
  func sum(_ items: [RecordItem]) -> Int { items.reduce(0) { $0 + (count($1) ?? 0) } }

  /// An amount in plain digits, as nearly all are; nil for any other text.
  private static func plain(_ text: String) -> Int? {
    guard (1...12).contains(text.utf8.count) else { return nil }
    var value = 0
    for byte in text.utf8 {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte & 0x0F)
    }
    return value
  }
}
