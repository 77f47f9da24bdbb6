import MyNumberKit

extension Message {
  static func policySound(_ policy: Policy) -> Message {
    let counts = (policy.purposes.count, policy.forms.count, policy.roles.count)
    return Message(
      "no mistakes: \(English.count(counts.0, "purpose")), "
        + "\(English.count(counts.1, "form copy", "form copies")), \(English.count(counts.2, "role"))",
      "誤りはありません: 利用目的\(counts.0)、書類\(counts.1)、役割\(counts.2)")
  }

  static func policyFiles(_ names: [String]) -> Message {
    let list = names.joined(separator: ", ")
    return Message("files: \(list)", "ファイル: \(list)")
  }

  /// After the mistakes of a policy, which are told in English to whoever writes it.
  static func policyMistakes(_ count: Int) -> Message {
    Message(
      "\(English.count(count, "mistake")) in the policy; nothing was changed",
      "規程の誤り\(count)件（ファイル:行:列: 内容。内容は規程の作成者向けに英語で示します）。何も変更していません")
  }

  static let policyPinned = Message("the policy is pinned", "規程を固定しました")
}
