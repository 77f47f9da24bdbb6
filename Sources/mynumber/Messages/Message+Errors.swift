import Glibc
import MyNumberKit

extension Message {
  /// What ArgumentParser says, put in our form: no capital, no period.
  ///
  /// It repeats what was typed, which may have been a number in the wrong place.
  static func commandLine(_ text: String) -> Message {
    if MyNumber.looksLikeNumber(in: text.utf8) { return numberTyped }
    let first = text.split(separator: "\n").first.map(String.init) ?? ""
    var words = first.prefix(1).lowercased() + first.dropFirst()
    if words.hasSuffix(".") { words.removeLast() }
    words = words.replacing(". Please provide ", with: "; give ")
    return Message(words, "コマンドの指定に誤りがあります: \(ParserWords.japanese(first) ?? words)")
  }

  private static let numberTyped = Message(
    "an argument that could be a My Number; numbers are never typed here",
    "個人番号と思われる語があります。番号はここに入力しないでください")

  static func seeHelp(_ path: String) -> Message {
    let command = path.isEmpty ? "mynumber --help" : "mynumber \(path) --help"
    return Message("see '\(command)'", "使い方は '\(command)' を見てください")
  }

  static func fault(_ what: String) -> Message {
    Message("a fault of this program: \(what)", "プログラムの不具合です: \(what)")
  }

  static let signInFailed = Message("wrong user or passphrase", "利用者名またはパスフレーズが違います")

  static func integrity(_ what: String) -> Message {
    Message("does not verify: \(what)", "検証できません: \(what)")
  }

  static let integrityHint = Message(
    "keep the files as they are and compare them with a backup",
    "ファイルをそのまま保全し、バックアップと照合してください")

  static let openedNothing = Message(
    "the check failed before anything was changed", "検査の段階で止まり、何も変更していません")

  static let busy = Message("the vault is in use; try again", "保管庫は使用中です。もう一度実行してください")

  static func checkpointNotKept(_ place: String, _ number: Int32) -> Message {
    let reason = unsafe String(cString: strerror(number)).lowercased()
    return Message(
      "the checkpoint could not be kept in \(place): \(reason)",
      "チェックポイントを \(place) に保存できません: \(reason)")
  }

  static let doneAllTheSame = Message(
    "the work is done and stands in the vault, but:", "作業は完了し、保管庫に記録されていますが、")

  static let checkpointHint = Message(
    "make room there; the next command keeps a newer one, and until then a rollback may not show",
    "空きを作ってください。次の操作が新しいものを保存します。それまで巻き戻しに気づけないことがあります")

  static func notFound(_ what: Phrase) -> Message { .phrase("\(what): not found") }

  static func exists(_ what: Phrase) -> Message { .phrase("\(what): already exists") }

  static func nothingChanged(mistakes: Int) -> Message {
    Message(
      "\(English.count(mistakes, "mistake")); nothing was changed",
      "誤り\(mistakes)件。何も変更していません")
  }

  static let noVaultHint = Message(
    "name the vault's folder with --vault, or make one with 'mynumber init'",
    "--vault で保管庫のフォルダーを指定するか、'mynumber init' で作成してください")

  static let pairHint = Message(
    "one of the two files was restored alone; put back the pair, or see 'mynumber backup'",
    "二つのファイルの一方だけが復元されています。対になるファイルに戻してください")

  static let staleJournalHint = Message(
    "move the vault back to the folder it stood in, open it there once, then move it",
    "元のフォルダーに戻して一度開いてから移動してください")

  static let permissionsHint = Message(
    "folders must be 0700 and files 0600, owned by you",
    "フォルダーは0700、ファイルは0600で、所有者は利用者本人でなければなりません")
}
