import MyNumberKit

extension PurposeID {
  /// The words of a list with commas between, each without the spaces around it.
  static func words(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == "，" || $0 == "、" }
      .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// The purposes of a list, by id or by name; a word that the policy does not know stands for
  /// itself.
  static func list(_ text: String, in policy: Policy) -> [PurposeID] {
    words(text).map(policy.purposeID)
  }
}

extension Policy {
  /// The purpose of an id or a name; a word that the policy does not know stands for itself.
  func purposeID(_ word: String) -> PurposeID {
    purpose(named: word)?.id ?? PurposeID(rawValue: word)
  }

  /// The form copy of an id or a name; a word that the policy does not know stands for itself.
  func formID(_ word: String) -> FormCopyID {
    form(named: word)?.id ?? FormCopyID(rawValue: word)
  }
}
