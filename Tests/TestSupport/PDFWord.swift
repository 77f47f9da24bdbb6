/// A word in a PDF, in points from the top left corner of its page.
public struct PDFWord: Equatable {
  public let text: String
  public let left: Double
  public let top: Double
  public let right: Double
  public let bottom: Double
}
