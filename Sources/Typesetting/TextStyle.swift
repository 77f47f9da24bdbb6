/// How a text is set in its frame.
public struct TextStyle: Hashable, Sendable {
  /// Where a line stands between the left and the right edge.
  public enum Alignment: Hashable, Sendable { case left, centre, right }
  /// Where the lines stand between the upper and the lower edge.
  public enum VerticalAlignment: Hashable, Sendable { case top, middle, bottom }

  public var typeface: Typeface
  /// The size of the type, in points.
  public var size: Double
  /// What the type may shrink to if the text does not fit, in points; `size` for not at all.
  public var smallest: Double
  public var alignment: Alignment
  public var verticalAlignment: VerticalAlignment
  /// Whether a long line goes on in the next one; a text that does not may hold no line end.
  public var wraps: Bool
  /// From one baseline to the next, in ems.
  public var lineSpacing: Double

  /// - Parameters:
  ///   - size: In points, 1 to 144.
  ///   - smallest: In points, 1 to `size`; nil for `size`.
  ///   - lineSpacing: In ems, 1 to 4.
  public init(
    _ typeface: Typeface, size: Double, smallest: Double? = nil, alignment: Alignment = .left,
    verticalAlignment: VerticalAlignment = .middle, wraps: Bool = false, lineSpacing: Double = 1.25
  ) {
    self.typeface = typeface
    self.size = size
    self.smallest = smallest ?? size
    self.alignment = alignment
    self.verticalAlignment = verticalAlignment
    self.wraps = wraps
    self.lineSpacing = lineSpacing
  }

  /// Running text: 10.5 point mincho, the customary size of Japanese documents.
  public static let body = TextStyle(.mincho, size: 10.5, wraps: true, lineSpacing: 1.6)

  /// From one baseline to the next, in points.
  var leading: Double { size * lineSpacing }

  /// Where a line of a width begins in a room, all in the same unit.
  func start(of width: Double, in room: Double) -> Double {
    switch alignment {
    case .left: 0
    case .centre: (room - width) / 2
    case .right: room - width
    }
  }

  /// Where lines of a height begin in a room, all in the same unit.
  func top(of height: Double, in room: Double) -> Double {
    switch verticalAlignment {
    case .top: 0
    case .middle: (room - height) / 2
    case .bottom: room - height
    }
  }

  /// Refuses sizes that nothing can be set in.
  func check() throws(TypesettingError) {
    try Measure.check(size, in: 1...144)
    try Measure.check(lineSpacing, in: 1...4)
    guard smallest >= 1, smallest <= size else { throw .badMeasure(smallest) }
  }
}
