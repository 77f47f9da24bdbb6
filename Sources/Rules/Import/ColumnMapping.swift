internal import Text

/// How the columns of a file that other software wrote become those of a person file.
///
/// It renames columns, translates words and fills in what the software does not say. A number's
/// column can only be renamed. What a mapping does not name is read by our own headers.
public struct ColumnMapping: Hashable, Sendable, Identifiable {
  /// What a header of the software's stands for.
  public enum Target: Hashable, Sendable {
    /// A column of ours.
    case column(ImportColumn)
    /// One part of a column of ours, counted from 0.
    case part(ImportColumn, Int)
    /// Nothing of ours, whatever it is called.
    case ignored
  }

  /// The file's name without `.yaml`.
  public let id: String
  public let ja: String
  public let en: String
  /// From where the headers are known, and what is not verified.
  public let note: String?
  public let columns: [MappedColumn]
  /// What each header stands for, by its folding key.
  let targets: [String: Target]

  /// What a header stands for, compared by its folding key; nil if the mapping does not name it.
  public func target(ofHeader header: String) -> Target? { targets[Folding.key(header)] }

  /// What is said of a column of ours.
  public func column(_ column: ImportColumn) -> MappedColumn? {
    columns.first { $0.column == column }
  }
}

extension MappedColumn {
  /// A field in our words: the whole of it, or each part of a list.
  public func translated(_ text: String) -> String {
    guard !words.isEmpty else { return text }
    guard column.isList else { return words[Folding.key(text)] ?? text }
    return ImportColumn.listed(text).map { words[Folding.key($0)] ?? $0 }.joined(separator: ";")
  }
}

extension ImportColumn {
  /// The parts of a list between semicolons (；and 、 too), as they stand.
  public static func listed(_ text: String) -> [String] {
    text.unicodeScalars.split { $0 == ";" || $0 == "；" || $0 == "、" }.map { String($0) }
  }
}
