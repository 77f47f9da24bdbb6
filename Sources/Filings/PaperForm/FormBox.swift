internal import Typesetting

/// Where an item stands on a form on paper, and how.
struct FormBox: Hashable, Sendable {
  let item: RecordItem
  let frame: Frame
  let style: TextStyle
  let format: BoxFormat

  /// Whether a number stands in it, or a blank for one.
  var isOfNumber: Bool {
    if case .cells = format { return true }
    return false
  }

  /// One of so many cells side by side, from 0.
  func cell(_ place: Int, of count: Int) -> Frame {
    let width = frame.width / Double(count)
    return Frame(
      x: frame.x + Double(place) * width, y: frame.y, width: width, height: frame.height)
  }
}
