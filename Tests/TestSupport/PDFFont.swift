/// A font in a PDF.
public struct PDFFont: Equatable {
  public let name: String
  public let isEmbedded: Bool
  public let isSubset: Bool
  public let hasUnicode: Bool
}
