/// Which characters outside JIS X 0208 are replaced, and by what, when the user asks for it.
public struct SubstitutionTable: Hashable, Sendable {
  private let replacements: [Character: String]

  init(_ bytes: [UInt8], file: String) throws(FilingError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .badLayout(file: file, line: 0, message: "the file is not UTF-8")
    }
    var replacements: [Character: String] = [:]
    for (index, row) in text.split(separator: "\n").enumerated() {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      if cells[0] == "source" || cells[0] == "from" { continue }
      guard cells.count == 2, cells[0].count == 1, let from = cells[0].first else {
        throw .badLayout(file: file, line: index + 1, message: "not a character and its like")
      }
      replacements[from] = String(cells[1])
    }
    self.replacements = replacements
  }

  /// `text` with every character replaced that has a replacement.
  public func applied(to text: String) -> String {
    text.map { replacements[$0] ?? String($0) }.joined()
  }
}
