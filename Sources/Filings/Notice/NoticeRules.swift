public import People
public import Rules

/// The layouts of files of notices that the policy has.
public struct NoticeRules: Sendable {
  /// The newest last.
  public let layouts: [NoticeLayout]

  /// The beginnings of the names of layouts, of which a policy may have any number.
  private static let prefixes = ["layouts/pension-notices-", "layouts/employment-insurance-"]

  /// Reads the tables that stand beside the rules of a policy.
  /// - Throws: `badLayout`, also for a policy of before there were any.
  public init(policy: Policy) throws(FilingError) {
    try self.init(files: policy.bundle.files)
  }

  /// Reads the tables among the files of a policy.
  /// - Throws: `badLayout`.
  public init(files: [PolicyBundle.File]) throws(FilingError) {
    var layouts: [NoticeLayout] = []
    for prefix in Self.prefixes {
      let found = files.filter { $0.name.hasPrefix(prefix) }
      guard !found.isEmpty else {
        throw .badLayout(file: prefix, line: 0, message: "the policy has no such file")
      }
      for file in found { layouts.append(try NoticeLayout(file.bytes, file: file.name)) }
    }
    self.layouts = layouts.sorted { ($0.from, $0.name) < ($1.from, $1.name) }
  }

  /// The layout in force on a day of a file with all of these forms: of several the newest, so that
  /// the one before needs no last day.
  /// - Throws: `noNoticeLayout`.
  public func layout(for forms: [FormCopyID], on day: CalendarDate) throws(FilingError)
    -> NoticeLayout
  {
    let layout = layouts.last { layout in
      layout.covers(day) && forms.allSatisfy(layout.forms.contains)
    }
    guard let layout, !forms.isEmpty else { throw .noNoticeLayout(forms) }
    return layout
  }
}
