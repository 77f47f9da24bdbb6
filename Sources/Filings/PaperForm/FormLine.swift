internal import Typesetting

/// A line of a form on paper.
struct FormLine: Hashable, Sendable {
  let start: Position
  let end: Position
  let style: LineStyle

  /// The looks that a table of the policy may name.
  static let styles = [
    "thin": LineStyle(width: 0.4), "thick": LineStyle(width: 0.8),
    "dashed": LineStyle(width: 0.3, dash: 1),
  ]
}
