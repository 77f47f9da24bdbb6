/// A word in a PDF, in points from the top left corner of its page.
struct PDFWord: Equatable {
  let text: String
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double
}
