import MyNumberKit

extension Message {
  static func policySound(_ policy: Policy) -> Message {
    let counts = (policy.purposes.count, policy.forms.count, policy.roles.count)
    return Message(
      "no mistakes: \(counts.0) purposes, \(counts.1) form copies, \(counts.2) roles",
      "誤りはありません: 利用目的\(counts.0)、書類\(counts.1)、役割\(counts.2)")
  }

  static func policyFiles(_ names: [String]) -> Message {
    let list = names.joined(separator: ", ")
    return Message("files: \(list)", "ファイル: \(list)")
  }

  static let policyPinned = Message("the policy is pinned", "規程を固定しました")
}
