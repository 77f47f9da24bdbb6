/// How a line is drawn.
public struct LineStyle: Hashable, Sendable {
  /// The width, in points.
  public let width: Double
  /// The dashes and the gaps between them, in points; nil for a solid line.
  public let dash: Double?

  /// - Parameters:
  ///   - width: In points, above 0 and to 20.
  ///   - dash: In points, above 0 and to 100.
  public init(width: Double, dash: Double? = nil) {
    self.width = width
    self.dash = dash
  }

  /// A quarter of a point.
  public static let thin = LineStyle(width: 0.25)
  /// Half a point.
  public static let medium = LineStyle(width: 0.5)
  /// One point.
  public static let thick = LineStyle(width: 1)

  func check() throws(TypesettingError) {
    try Measure.check(width, in: 0.01...20)
    if let dash { try Measure.check(dash, in: 0.01...100) }
  }
}
