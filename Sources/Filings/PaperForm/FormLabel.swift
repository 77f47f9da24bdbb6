internal import Typesetting

/// Words of a form on paper.
struct FormLabel: Hashable, Sendable {
  let frame: Frame
  let style: TextStyle
  let text: String
}
