/// A rectangle on a page, in millimetres from the page's top left corner.
public struct Frame: Hashable, Sendable, CustomStringConvertible {
  public let x: Double
  public let y: Double
  public let width: Double
  public let height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// Its right edge.
  public var right: Double { x + width }
  /// Its lower edge.
  public var bottom: Double { y + height }

  /// This frame with a margin taken off each side, in millimetres.
  public func inset(_ horizontal: Double, _ vertical: Double) -> Frame {
    Frame(
      x: x + horizontal, y: y + vertical, width: width - 2 * horizontal,
      height: height - 2 * vertical)
  }

  /// This frame a distance further right, in millimetres.
  public func moved(right distance: Double) -> Frame {
    Frame(x: x + distance, y: y, width: width, height: height)
  }

  /// As `x 10 y 20, 30 by 5 mm`.
  public var description: String {
    let (x, y) = (Self.text(x), Self.text(y))
    return "x \(x) y \(y), \(Self.text(width)) by \(Self.text(height)) mm"
  }

  /// A number of millimetres to a tenth.
  private static func text(_ value: Double) -> String {
    guard value.magnitude < 1e6 else { return "\(value)" }
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }
}
