/// The size of a page, in millimetres.
public struct PaperSize: Hashable, Sendable {
  public let width: Double
  public let height: Double

  /// The widths and heights a page may have, in mm: 200 inches are PDF's limit (ISO 32000-1 C.2).
  private static let possible = 10.0...5080

  /// ISO 216 A4, upright.
  public static let a4 = PaperSize(checked: 210, 297)
  /// ISO 216 A5, upright.
  public static let a5 = PaperSize(checked: 148, 210)

  /// Makes a size of one's own.
  ///
  /// - Throws: `badMeasure` for a side below 10 mm or above 5080 mm.
  public init(width: Double, height: Double) throws(TypesettingError) {
    try Measure.check(width, in: Self.possible)
    try Measure.check(height, in: Self.possible)
    self.init(checked: width, height)
  }

  private init(checked width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }

  /// The same paper on its side.
  public var landscape: PaperSize { PaperSize(checked: height, width) }

  /// The whole page.
  public var frame: Frame { Frame(x: 0, y: 0, width: width, height: height) }

  /// Refuses a frame that is not within the page, or is no frame.
  func check(_ frame: Frame) throws(TypesettingError) {
    let isWithin =
      frame.x >= -Measure.tolerance && frame.y >= -Measure.tolerance && frame.width >= 0
      && frame.height >= 0 && frame.right <= width + Measure.tolerance
      && frame.bottom <= height + Measure.tolerance
    guard isWithin else { throw .outsidePage(frame) }
  }
}
