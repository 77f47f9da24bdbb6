/// A place on a page, in millimetres from the page's top left corner.
public struct Position: Hashable, Sendable {
  public let x: Double
  public let y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
