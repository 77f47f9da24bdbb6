internal import People
internal import Text

/// A row that voids one filed before, and how near the rows of that file come to it.
struct VoidingRow {
  let line: Int
  let person: PersonCode
  /// The text of each field that is compared.
  let texts: [Int: String]
  /// In how many fields the nearest row differs, and the first of them; nil before any was found.
  private(set) var nearest: (differences: Int, field: Int)?

  init(line: Int, person: PersonCode, texts: [Int: String]) {
    (self.line, self.person, self.texts) = (line, person, texts)
  }

  /// Takes a row of the file.
  mutating func take(_ others: [Int: String]) {
    let differing = texts.keys.filter { texts[$0] != others[$0] }
    guard differing.count < nearest?.differences ?? .max else { return }
    nearest = (differing.count, differing.min() ?? 0)
  }
}
