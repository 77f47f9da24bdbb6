/// What stands in the boxes of one copy on paper, numbers apart.
struct PaperTexts: Hashable, Sendable {
  /// The values as the record has them: amounts and codes in digits.
  var values: [RecordItem: String] = [:]
  /// The column of each item in the payroll file, from 1.
  let columns: [RecordItem: Int]
  /// The municipality whose copy it is; nil where it is not known.
  var municipality: String?
}
