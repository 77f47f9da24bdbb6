/// How running text stands on its pages.
public struct PageLayout: Hashable, Sendable {
  /// What stands in the middle of the lower margin.
  public enum Numbering: Hashable, Sendable {
    case none
    /// `1`.
    case page
    /// `1 / 3`, of so many pages.
    case pageOf(Int)
  }

  /// The margins, in millimetres.
  public let margin: Double
  public var numbering: Numbering

  /// - Parameter margin: In millimetres, from 5 to less than a third of the page's shorter side.
  public init(margin: Double = 20, numbering: Numbering = .page) {
    self.margin = margin
    self.numbering = numbering
  }

  /// Where the text stands on a page.
  func body(on paper: PaperSize) throws(TypesettingError) -> Frame {
    try Measure.check(margin, in: 5...min(paper.width, paper.height) / 3)
    return paper.frame.inset(margin, margin)
  }

  /// The text in the lower margin of a page.
  func number(of page: Int) -> String? {
    switch numbering {
    case .none: nil
    case .page: "\(page)"
    case .pageOf(let count): "\(page) / \(count)"
    }
  }
}
