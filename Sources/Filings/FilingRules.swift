public import Rules

/// What the policy says about filings: who is within range, and the layouts of the records.
public struct FilingRules: Sendable {
  public let range: FilingRange
  public let layouts: [RecordLayout]
  public let substitutions: SubstitutionTable
  /// The forms on paper.
  public private(set) var forms: [PaperForm] = []

  static let layoutFiles = ["375-2020", "375-2025", "unified-2020", "unified-2025"]
  private static let substitutionFile = "layouts/substitutions.tsv"

  /// Reads the layout tables that stand beside the rules of a policy.
  /// - Throws: `badLayout`.
  public init(policy: Policy) throws(FilingError) {
    try self.init(range: policy.filingRange) { policy.file($0) }
    forms = try PaperForm.all(in: policy.bundle)
    for form in forms { try refuseNumbers(on: form) }
  }

  /// Reads the layout tables from wherever `file` finds bytes by name (`layouts/375-2025.tsv`).
  /// - Throws: `badLayout`.
  public init(range: FilingRange, file: (String) -> [UInt8]?) throws(FilingError) {
    self.range = range
    var layouts: [RecordLayout] = []
    for name in Self.layoutFiles {
      let path = "layouts/\(name).tsv"
      guard let bytes = file(path) else { throw Self.missing(path) }
      layouts.append(try LayoutTable.layout(bytes, file: path))
    }
    self.layouts = layouts
    guard let bytes = file(Self.substitutionFile) else { throw Self.missing(Self.substitutionFile) }
    substitutions = try SubstitutionTable(bytes, file: Self.substitutionFile)
  }

  /// The layout of a record (`375`, `315`) for an income year.
  /// - Throws: `noLayout`.
  public func layout(of record: String, incomeYear: Int) throws(FilingError) -> RecordLayout {
    guard let layout = layouts.first(where: { $0.record == record && $0.covers(incomeYear) })
    else { throw .noLayout(record: record, incomeYear: incomeYear) }
    return layout
  }

  /// The form of the employee's own copy for an income year.
  /// - Throws: `noLayout`.
  public func recipientForm(incomeYear: Int) throws(FilingError) -> PaperForm {
    guard let form = forms.first(where: { $0.covers(incomeYear) }) else {
      throw .noLayout(record: "recipient", incomeYear: incomeYear)
    }
    return form
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

  private static func missing(_ path: String) -> FilingError {
    .badLayout(file: path, line: 0, message: "the policy has no such file")
  }
}
