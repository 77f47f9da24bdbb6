public import Rules

/// What the policy says about filings: who is within range, and the layouts of the records.
public struct FilingRules: Sendable {
  public let range: FilingRange
  public let layouts: [RecordLayout]
  public let substitutions: SubstitutionTable
  /// The forms on paper.
  public private(set) var forms: [PaperForm] = []

  /// The beginnings of the names of layouts, of which a policy may have any number: that of a new
  /// year is one more file.
  private static let layoutFiles = ["layouts/375-", "layouts/unified-"]
  private static let substitutionFile = "layouts/substitutions.tsv"

  /// Reads the layout tables that stand beside the rules of a policy.
  /// - Throws: `badLayout`.
  public init(policy: Policy) throws(FilingError) {
    try self.init(range: policy.filingRange, files: policy.bundle.files)
    forms = try PaperForm.all(in: policy.bundle)
    for form in forms where !form.bearsNumbers { try refuseNumbers(on: form) }
  }

  /// Reads the layout tables among the files of a policy.
  /// - Throws: `badLayout`.
  public init(range: FilingRange, files: [PolicyBundle.File]) throws(FilingError) {
    self.range = range
    layouts = try Self.layouts(Self.layoutFiles, in: files)
    guard let file = files.first(where: { $0.name == Self.substitutionFile }) else {
      throw Self.missing(Self.substitutionFile)
    }
    substitutions = try SubstitutionTable(file.bytes, file: file.name)
  }

  /// The layouts in files whose names begin so, the newest of a record last.
  /// - Throws: `badLayout`, also where there is none with one of the beginnings, or two are from the
  ///   same year.
  static func layouts(
    _ prefixes: [String], in files: [PolicyBundle.File]
  ) throws(FilingError) -> [RecordLayout] {
    var layouts: [RecordLayout] = []
    for prefix in prefixes {
      let found = files.filter { $0.name.hasPrefix(prefix) }
      if found.isEmpty { throw missing(prefix) }
      for file in found { layouts.append(try LayoutTable.layout(file.bytes, file: file.name)) }
    }
    for (place, layout) in layouts.enumerated() {
      let isTwice = layouts[..<place].contains {
        $0.record == layout.record && $0.fromYear == layout.fromYear
      }
      if isTwice { throw twice(layout) }
    }
    return layouts.sorted { ($0.record, $0.fromYear) < ($1.record, $1.fromYear) }
  }

  /// The layout of a record (`375`, `315`) for an income year: of those that cover it the newest, so
  /// that the one before needs no last year.
  /// - Throws: `noLayout`.
  public func layout(of record: String, incomeYear: Int) throws(FilingError) -> RecordLayout {
    guard let layout = layouts.last(where: { $0.record == record && $0.covers(incomeYear) })
    else { throw .noLayout(record: record, incomeYear: incomeYear) }
    return layout
  }

  /// The layout of the record as which a copy is filed.
  /// - Throws: `noLayout`.
  public func layout(of copy: SlipCopy, incomeYear: Int) throws(FilingError) -> RecordLayout {
    try layout(of: copy.record(ofUnified: false), incomeYear: incomeYear)
  }

  /// The form on paper of a copy for an income year: the employee's own, or the municipality's; of
  /// those that cover it the newest.
  /// - Throws: `noLayout`.
  public func form(of copy: SlipCopy, incomeYear: Int) throws(FilingError) -> PaperForm {
    let bearsNumbers = copy != .recipient
    let covering = forms.filter { $0.bearsNumbers == bearsNumbers && $0.covers(incomeYear) }
    let found = covering.max { $0.fromYear < $1.fromYear }
    guard copy != .taxOffice, let found else {
      throw .noLayout(record: "\(copy.form)", incomeYear: incomeYear)
    }
    return found
  }

  /// No box may be for an item that holds a number in any record.
  private func refuseNumbers(on form: PaperForm) throws(FilingError) {
    let items = form.items
    let fields = layouts.flatMap(\.fields)
    guard let field = fields.first(where: { $0.owner != nil && items.contains($0.item) }) else {
      return
    }
    throw .badLayout(
      file: form.name, line: 0, message: "no number stands on this copy: \(field.name)")
  }

  private static func twice(_ layout: RecordLayout) -> FilingError {
    .badLayout(
      file: layout.name, line: 0,
      message: "another layout of record \(layout.record) is from \(layout.fromYear) too")
  }

  private static func missing(_ path: String) -> FilingError {
    .badLayout(file: path, line: 0, message: "the policy has no such file")
  }
}
