/// What English needs and Japanese does not.
enum English {
  /// A count with its noun: `1 number`, `2 numbers`.
  ///
  /// - Parameter many: The plural, where it is not the singular with an s.
  static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) " + (count == 1 ? one : many ?? one + "s")
  }
}
