import MyNumberKit

extension PurposeID {
  /// The purposes of a list with commas between.
  static func list(_ text: String) -> [PurposeID] {
    text.split(separator: ",").map { part in
      PurposeID(rawValue: part.split(separator: " ").joined(separator: " "))
    }
  }
}
