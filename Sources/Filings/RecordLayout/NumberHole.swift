/// Where in the bytes of a row a number goes, and how it is written there.
struct NumberHole: Hashable, Sendable {
  enum Style: Hashable, Sendable {
    /// Twelve digits, behind a zero where 13 characters are wanted.
    case plain(width: Int)
    /// The same in the last field of a record, where a blank is a space: it may not be empty.
    case last(width: Int)
    /// `（１）` and twelve digits, in full width.
    case remark(label: Int)
  }

  let offset: Int
  let style: Style
}
