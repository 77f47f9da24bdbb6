/// A closed set of values that an import column may hold, in Japanese or in English.
public protocol ColumnValue: CaseIterable, Hashable, Sendable {
  /// The words for this value; the first of each list is the one we print.
  var labels: ColumnLabels { get }
}

extension ColumnValue {
  /// The English word, which is also the name in JSON and on the command line.
  public var english: String { labels.english }

  /// The Japanese word.
  public var japanese: String { labels.japanese }

  /// Reads a cell of a column; nil when the word is not one of this column's.
  ///
  /// Spaces around the word and the case of ASCII letters do not matter; widths must be folded before.
  public init?(label text: String) {
    let key = ColumnLabels.key(text)
    guard !key.isEmpty, let value = Self.allCases.first(where: { $0.labels.contains(key) })
    else { return nil }
    self = value
  }
}
