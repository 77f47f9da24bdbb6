import MyNumberKit

/// Whether a copy has to be filed electronically or on disc.
enum ElectronicFiling {
  /// A copy that is handed to the person, or that nobody makes.
  case notFiled
  case required(ElectronicRule, year: Int)
  case free(ElectronicRule, year: Int)
  /// Nobody has said how many sheets there were, and the register does not know of enough.
  case open(ElectronicRule, year: Int)

  /// - Parameters:
  ///   - sheets: How many there were, as the user says.
  ///   - made: The register, which may know of enough sheets, but not that there were few.
  init(_ copy: CopyPlan, sheets: Int?, made: [ExportRecord]) {
    guard copy.extent != .nobody, let rule = copy.electronic, let due = copy.countedFrom else {
      self = .notFiled
      return
    }
    let year = rule.countedYear(due: due)
    let registered = made.filter {
      $0.forms.first == rule.counted.rawValue && $0.time.japanDate.year == year && !$0.isReissue
    }.reduce(0) { $0 + $1.rows }
    if let sheets {
      self = sheets >= rule.sheets ? .required(rule, year: year) : .free(rule, year: year)
    } else {
      self = registered >= rule.sheets ? .required(rule, year: year) : .open(rule, year: year)
    }
  }

  /// The word of listings.
  var word: String {
    switch self {
    case .notFiled: ""
    case .required: "electronic"
    case .free: "paper-allowed"
    case .open: "to-be-counted"
    }
  }

  /// The rule and the year that it counts.
  var counting: (rule: ElectronicRule, year: Int)? {
    switch self {
    case .notFiled: nil
    case .required(let rule, let year), .free(let rule, let year), .open(let rule, let year):
      (rule, year)
    }
  }
}
