/// How a table is set.
public struct TableStyle: Hashable, Sendable {
  public let typeface: Typeface
  /// The size of the type, in points.
  public let size: Double
  /// The space between the lines of a cell and its text, in millimetres.
  public let padding: Double
  public let lines: LineStyle

  public init(
    _ typeface: Typeface = .mincho, size: Double = 9, padding: Double = 1,
    lines: LineStyle = .thin
  ) {
    self.typeface = typeface
    self.size = size
    self.padding = padding
    self.lines = lines
  }

  /// The grey behind the titles.
  static let headerGrey = 0.9

  /// How the cells of a column are set.
  func cell(_ alignment: TextStyle.Alignment) -> TextStyle {
    TextStyle(typeface, size: size, alignment: alignment, wraps: true)
  }

  /// How the titles are set.
  var header: TextStyle { TextStyle(.gothic, size: size, alignment: .centre, wraps: true) }

  func check() throws(TypesettingError) {
    try cell(.left).check()
    try lines.check()
    try Measure.check(padding, in: 0...20)
  }
}
