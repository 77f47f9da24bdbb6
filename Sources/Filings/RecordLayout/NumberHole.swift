/// Where in the bytes of a row a number goes, and how it is written there.
struct NumberHole: Hashable, Sendable {
  enum Style: Hashable, Sendable {
    /// Twelve digits, behind a zero where 13 characters are wanted.
    case plain(width: Int)
    /// `（１）` and twelve digits, in full width.
    case remark(label: Int)
  }

  let offset: Int
  let style: Style
}
