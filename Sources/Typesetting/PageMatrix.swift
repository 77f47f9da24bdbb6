/// How places on a page are reckoned, for text that stands upright (ISO 32000-1 8.3.3).
struct PageMatrix {
  var (scaleX, scaleY) = (1.0, 1.0)
  var (x, y) = (0.0, 0.0)

  init() {}

  /// - Throws: `unreadable` for one that turns or slants.
  init(_ numbers: ArraySlice<Double>) throws(TypesettingError) {
    let numbers = Array(numbers)
    guard numbers.count == 6, numbers[1] == 0, numbers[2] == 0 else { throw .unreadable }
    (scaleX, scaleY, x, y) = (numbers[0], numbers[3], numbers[4], numbers[5])
  }

  /// This one, and then another.
  func then(_ other: PageMatrix) -> PageMatrix {
    var both = PageMatrix()
    both.scaleX = scaleX * other.scaleX
    both.scaleY = scaleY * other.scaleY
    both.x = x * other.scaleX + other.x
    both.y = y * other.scaleY + other.y
    return both
  }

  /// Moved by so much, in its own units.
  func moved(x right: Double, y up: Double = 0) -> PageMatrix {
    var moved = self
    moved.x += right * scaleX
    moved.y += up * scaleY
    return moved
  }
}
