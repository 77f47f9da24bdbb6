/// A font in a PDF.
struct PDFFont: Equatable {
  let name: String
  let isEmbedded: Bool
  let isSubset: Bool
  let hasUnicode: Bool
}
