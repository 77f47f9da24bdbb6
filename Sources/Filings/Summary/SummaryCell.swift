/// One cell of a summary.
public enum SummaryCell: Hashable, Sendable {
  case text(String)
  /// People, or yen.
  case count(Int)
  /// What a figure is called.
  case figure(SummaryFigure)
  /// How a figure is counted.
  case counted(SummaryFigure)
}
