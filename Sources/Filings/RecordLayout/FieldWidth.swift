/// How long a field may be: `60` characters at most, `=6` exactly, `25B` bytes.
struct FieldWidth {
  let limit: Int
  let isExact: Bool
  let countsBytes: Bool

  init?(_ text: some StringProtocol) {
    isExact = text.first == "="
    countsBytes = text.last == "B"
    let digits = text.filter { $0 != "=" && $0 != "B" }
    guard let limit = Int(String(digits)), limit >= 0 else { return nil }
    self.limit = limit
  }
}
