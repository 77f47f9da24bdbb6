/// One person's folders, one a purpose, kept by somebody with a diary and the law's text.
struct RetentionOracle {
  /// A folder: whether its work goes on, and the last day of each paper in it.
  struct Folder {
    var isOpen = true
    /// Papers that are in the folder for good.
    var papers: [PlainDay] = []
    /// The insurance papers since the work ended: by presumption, until something is known.
    var presumed: PlainDay?
    var recorded: PlainDay?
    var filed: PlainDay?
    var ended: PlainDay?

    /// The last day of the folder, by its papers.
    var lastDay: PlainDay? {
      if isOpen { return nil }
      return (papers + [recorded ?? filed ?? presumed].compactMap(\.self)).max()
    }
  }

  var folders: [String: Folder] = [:]
  private(set) var heldUntil: PlainDay?
  private var isRemoved = false

  static let insuranceYears = [
    "health-pension": 2, "pension-category3": 2, "employment-insurance": 4,
    "property-accumulation": 5,
  ]

  init(_ purposes: [String]) {
    for purpose in purposes { folders[purpose] = Folder() }
    // Whoever is paid now and then has no work that goes on.
    folders["payment-records"]?.isOpen = false
  }

  /// The last day on which the number may not go, and must not go; nil while it is needed.
  func lastDay(of purpose: String) -> PlainDay? {
    guard let last = folders[purpose]?.lastDay else { return nil }
    return heldUntil.map { max($0, last) } ?? last
  }

  mutating func apply(_ fact: SimulatedFact, on today: PlainDay) {
    switch fact {
    case .hired, .leave, .left, .rehired, .removed, .added, .uninsured, .insured, .savingsEnded:
      applyStanding(fact, on: today)
    case .handedIn(let year), .leanedOnLedger(let year):
      put(.tenthOfJanuary(year + 8), in: "tax-declarations")
    case .changeNotice:
      put(PlainDay(year: today.year + 3, month: 12, day: 31), in: "tax-declarations")
    case .paidOnNewYearsDay(let year):
      put(.tenthOfJanuary(year - 1 + 8), in: "tax-declarations")
    case .payroll(let year): put(.tenthOfJanuary(year + 8), in: "tax-withholding")
    case .completed(let purpose): complete(purpose, on: today) { $0.recorded = $1 }
    case .noticeFiled(_, let purpose): complete(purpose, on: today) { $0.filed = $1 }
    case .retirementPaid: put(.tenthOfJanuary(today.year + 8), in: "retirement-income")
    case .planPaid:
      put(.tenthOfJanuary(today.year + (today.year >= 2026 ? 11 : 8)), in: "retirement-income")
    case .feePaid(let year):
      folders["payment-records"]?.papers = [.tenthOfJanuary(year + 8)]
    case .held(let until): heldUntil = max(heldUntil ?? until, until)
    }
  }

  private mutating func applyStanding(_ fact: SimulatedFact, on today: PlainDay) {
    switch fact {
    case .hired: folders["payment-records"]?.papers = [.tenthOfJanuary(today.year + 8)]
    case .left: if !isRemoved { for purpose in folders.keys { close(purpose, on: today) } }
    case .rehired: if !isRemoved { for purpose in folders.keys { open(purpose) } }
    case .removed:
      isRemoved = true
      // Whether the year's slip still bears the number nobody knows.
      put(.tenthOfJanuary(today.year + 8), in: "tax-withholding")
      for purpose in folders.keys { close(purpose, on: today) }
    case .added:
      isRemoved = false
      for purpose in folders.keys { open(purpose) }
    case .uninsured: close("employment-insurance", on: today)
    case .insured: open("employment-insurance")
    case .savingsEnded: close("property-accumulation", on: today)
    default: break
    }
  }

  private mutating func open(_ purpose: String) { folders[purpose]?.isOpen = true }

  private mutating func close(_ purpose: String, on today: PlainDay) {
    guard var folder = folders[purpose], folder.isOpen else { return }
    folder.isOpen = false
    if let years = Self.insuranceYears[purpose] {
      // What was in the folder of an earlier employment is older than what comes now.
      folder.recorded = nil
      folder.filed = nil
      folder.ended = today
      folder.presumed = today.endOfSecondMonth.end(ofYears: years)
    }
    folders[purpose] = folder
  }

  private mutating func complete(
    _ purpose: String, on today: PlainDay, _ body: (inout Folder, PlainDay) -> Void
  ) {
    guard var folder = folders[purpose], !folder.isOpen, folder.ended.map({ $0 <= today }) == true,
      let years = Self.insuranceYears[purpose]
    else { return }
    body(&folder, today.end(ofYears: years))
    folders[purpose] = folder
  }

  private mutating func put(_ paper: PlainDay, in purpose: String) {
    folders[purpose]?.papers.append(paper)
  }
}
