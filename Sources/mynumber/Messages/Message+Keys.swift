import MyNumberKit

extension Message {
  static let noRotationDue = Message(
    "no rotation is due of a key that you hold", "お持ちの鍵に、更新が必要なものはありません")
  static let backUpAfterRotation = Message(
    "make a new backup now: older ones do not fit the new keys",
    "今すぐ新しいバックアップを作ってください。以前のものは新しい鍵に合いません")

  static func carryingOver(_ key: String, _ count: Int) -> Message {
    Message("\(key): \(count) carried over", "\(key): \(count)件を移し替え済み")
  }

  static func rotated(_ done: KeyRotation.Outcome) -> Message {
    let values = English.count(done.values, "value")
    let (verb, how) = done.isResealed ? ("sealed anew", "封印し直し") : ("carried over", "移し替え")
    let (again, further) =
      done.isResumed ? ("; an interrupted run is finished", "（中断した更新の続き）") : ("", "")
    return Message(
      "\(done.key): generation \(done.generation), \(values) \(verb)\(again)",
      "\(done.key): 第\(done.generation)世代、\(done.values)件を\(how)ました\(further)")
  }

  static func leftOut(of key: String, _ names: [String]) -> Message {
    let list = names.joined(separator: ", ")
    return Message(
      "\(key): not given to \(list): no role of theirs allows it any more",
      "\(key): \(list) には渡していません（今の規程では役割にこの鍵がありません）")
  }

  /// What a listing of users or a revocation leaves to be done.
  static func rotationDue(of keys: [String]) -> Message {
    let list = keys.joined(separator: ", ")
    return Message(
      "rotation due: \(list) ('mynumber key rotate', by a holder or with --recovery)",
      "更新が必要な鍵: \(list)（保有者か --recovery で 'mynumber key rotate'）")
  }
}
