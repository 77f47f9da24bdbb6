internal import Typesetting

/// The texts of a page by the boxes in which they stand, in UTF-8; what stands in none, by lines.
struct PageTexts {
  private(set) var boxes: [[UInt8]]
  private(set) var rest: [[UInt8]] = []
  private var last: PlacedCharacter?

  /// What a text may stick out of its box, in millimetres.
  private static let tolerance = 0.3
  /// How far from each other the parts of a line may stand, in sizes of its type.
  private let gap: Double

  /// - Parameter gap: How far from each other the parts of a line may stand, in sizes of its type:
  ///   less than that between the columns of a table.
  init(_ characters: [PlacedCharacter], in frames: [Frame], gap: Double = 4) {
    self.gap = gap
    boxes = frames.map { _ in [] }
    var box = 0
    for character in characters {
      if let found = Self.box(of: character.middle, in: frames, tryingFirst: box) {
        box = found
        Self.append(character, to: &boxes[box])
      } else if !character.scalar.properties.isWhitespace {
        // A space may hang over the end of a line.
        addToRest(character)
      }
    }
  }

  /// What stands in a box, or else near enough to one.
  private static func box(
    of place: Position, in frames: [Frame], tryingFirst first: Int
  ) -> Int? {
    if first < frames.count, frames[first].holds(place, within: 0) { return first }
    return frames.firstIndex { $0.holds(place, within: 0) }
      ?? frames.firstIndex { $0.holds(place, within: tolerance) }
  }

  private mutating func addToRest(_ character: PlacedCharacter) {
    let isOnLine =
      last.map {
        abs($0.baseline - character.baseline) < Self.tolerance
          && character.left - $0.right < gap * max(character.size, $0.size)
      } ?? false
    if !isOnLine { rest.append([]) }
    Self.append(character, to: &rest[rest.count - 1])
    last = character
  }

  private static func append(_ character: PlacedCharacter, to text: inout [UInt8]) {
    if let bytes = UTF8.encode(character.scalar) { text += bytes }
  }
}

extension Frame {
  fileprivate func holds(_ place: Position, within margin: Double) -> Bool {
    x - margin <= place.x && place.x <= right + margin && y - margin <= place.y
      && place.y <= bottom + margin
  }
}
