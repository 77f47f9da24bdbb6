public import People
public import Rules

/// The layouts of files of notices that the policy has.
public struct NoticeRules: Sendable {
  public let layouts: [NoticeLayout]

  static let files = [
    "pension-notices-2026", "employment-insurance-acquisition-05", "employment-insurance-loss-03",
  ]

  /// Reads the tables that stand beside the rules of a policy.
  /// - Throws: `badLayout`, also for a policy of before there were any.
  public init(policy: Policy) throws(FilingError) {
    try self.init { policy.file($0) }
  }

  /// Reads the tables from wherever `file` finds bytes by name.
  /// - Throws: `badLayout`.
  public init(file: (String) -> [UInt8]?) throws(FilingError) {
    var layouts: [NoticeLayout] = []
    for name in Self.files {
      let path = "layouts/\(name).tsv"
      guard let bytes = file(path) else {
        throw .badLayout(file: path, line: 0, message: "the policy has no such file")
      }
      layouts.append(try NoticeLayout(bytes, file: path))
    }
    self.layouts = layouts
  }

  /// The layout in force on a day of a file with all of these forms.
  /// - Throws: `noNoticeLayout`.
  public func layout(for forms: [FormCopyID], on day: CalendarDate) throws(FilingError)
    -> NoticeLayout
  {
    let layout = layouts.first { layout in
      layout.covers(day) && forms.allSatisfy(layout.forms.contains)
    }
    guard let layout, !forms.isEmpty else { throw .noNoticeLayout(forms) }
    return layout
  }
}
