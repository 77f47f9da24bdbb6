internal import Numbers
internal import Secrets
internal import Text

/// Holds the texts of a page, as they are drawn or were extracted box by box, against the numbers that
/// may stand on it: on a copy without numbers none may, else those that passed the gate in this run.
struct PageReadBack: ~Copyable {
  private var numbers = LentNumbers()

  /// A page on which no number may stand.
  init() { numbers.begin(count: 0) }

  /// A page on which so many numbers may stand.
  init(count: Int) { numbers.begin(count: count) }

  /// Keeps a number that may stand on the page, as the gate lent it.
  mutating func keep(_ digits: Span<UInt8>, at place: Int) { numbers.keep(digits, at: place) }

  /// What is wrong with the text of one box; nil if it is one of the numbers, or nothing in it could
  /// be one.
  borrowing func fault(
    in text: Span<UInt8>, _ encoding: TextEncoding = .utf8
  ) -> ReadBackFault.Kind? {
    let isOdd = MyNumber.looksLikeNumber(in: text, encoding == .utf8 ? .utf8 : .cp932)
    return isOdd && !numbers.hasNumber(text) ? .looksLikeNumber : nil
  }

  /// Wipes the numbers.
  consuming func finish() { numbers.forget() }
}
