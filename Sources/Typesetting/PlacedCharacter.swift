/// A character that stands on a page, in millimetres from the page's top left corner.
public struct PlacedCharacter: Hashable, Sendable {
  public let scalar: Unicode.Scalar
  public let left: Double
  public let right: Double
  /// The line on which it stands.
  public let baseline: Double
  /// The size of its type.
  public let size: Double

  /// Half-way along its width, and a third of its size above the line.
  public var middle: Position { Position(x: (left + right) / 2, y: baseline - size / 3) }
}
