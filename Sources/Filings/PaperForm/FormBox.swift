internal import Typesetting

/// Where an item stands on a form on paper, and how.
struct FormBox: Hashable, Sendable {
  let item: RecordItem
  let frame: Frame
  let style: TextStyle
  let format: BoxFormat
}
