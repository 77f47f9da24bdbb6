import MyNumberKit

extension Message {
  /// Whose row voids a slip that nobody could look at.
  static func notCompared(_ codes: [PersonCode]) -> Message {
    let codes = codes.map(\.text).joined(separator: ", ")
    return Message(
      "not held against what is voided, of which no file stands where it was made: \(codes); "
        + "compare every field but the mark yourself",
      "取り消される行と照合していません（出力した場所にファイルがありません）: \(codes)。符号以外の全項目を確かめてください")
  }

  static func exportsOverdue(_ count: Int) -> Message {
    Message(
      "past the day: \(count); dispose of them (export dispose) or have them returned "
        + "(handover returned)",
      "期限を過ぎたもの: \(count)件。廃棄（export dispose）または返却の記録（handover returned）をしてください")
  }

  static func exportsMissing(_ count: Int) -> Message {
    Message(
      "missing: \(count); look for them, and record what was destroyed (export dispose --gone)",
      "見つからないもの: \(count)件。所在を確かめ、廃棄済みなら記録してください（export dispose --gone）")
  }

  static func exportsReplaced(_ count: Int) -> Message {
    Message(
      "something else stands in the place of: \(count); find out who put it there",
      "別のものに置き換わっているもの: \(count)件。誰が置いたかを確かめてください")
  }

  static func acceptanceRecorded(_ id: String) -> Message {
    Message("recorded for \(id)", "\(id) に記録しました")
  }

  static let notAnAcceptanceNumber = Message(
    "--number is a number of an authority: at most 40 letters, digits and hyphens, and nothing that "
      + "could be a My Number",
    "--number は受付番号です: 英数字とハイフン40字まで。個人番号の可能性があるものは指定できません")
  static let exportDisposed = Message(
    "overwritten with zeros, removed and recorded", "ゼロで上書きし、名前を消し、記録しました")
  static let exportDisposalResumed = Message(
    "the disposal that was interrupted had removed it; recorded",
    "中断した廃棄が名前まで消していました。記録しました")
  static let exportGone = Message(
    "recorded as destroyed elsewhere; nothing was overwritten", "ほかで廃棄したと記録しました。上書きはしていません")
  static let disposalCannotReach = Message(
    "out of reach: what a flash drive or a journaling or copying file system keeps beside the file, "
      + "snapshots, backups, and copies of it; where that matters, destroy the medium",
    "及ばないもの: フラッシュメモリーやジャーナリング・コピーオンライトのファイルシステムが別に残すもの、スナップショット、"
      + "バックアップ、ファイルの写し。必要なら媒体を物理的に破壊してください")
  static let readBackHint = Message(
    "nothing was released; the file was thrown away and the log has it. If a public number of the "
      + "employer looks like a My Number, put it into the employer file",
    "何も出力していません。ファイルは破棄し、記録しました。事業者の公開の番号が個人番号に見えるときは、事業者ファイルに登録して"
      + "ください")

  static func notVoidable(_ code: String, _ refusal: Refusal, _ names: Names) -> Message {
    let what = Message.what(refusal, names)
    return Message(
      "the slip of \(code) cannot be voided with the number then written: \(what.english)",
      "\(code) の票を当時の番号で取り消せません: \(what.japanese)")
  }
}
