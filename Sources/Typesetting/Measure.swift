/// Millimetres, in which places are given, and points, in which type is: 72 points are 25.4 mm.
enum Measure {
  /// What the places on a page may miss it by, in mm: less than any printer shows.
  static let tolerance = 0.001

  static func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
  static func millimetres(_ points: Double) -> Double { points * 25.4 / 72 }

  /// Refuses what is not a number in a range.
  static func check(_ value: Double, in range: ClosedRange<Double>) throws(TypesettingError) {
    guard range.contains(value) else { throw .badMeasure(value) }
  }
}
