import Glibc
import MyNumberKit

extension Message {
  static let vaultMissing = Message(
    "no vault is named (--vault or MYNUMBER_VAULT)", "保管庫の指定がありません（--vault または MYNUMBER_VAULT）")

  static let noStateFolder = Message(
    "neither XDG_STATE_HOME nor HOME is set", "XDG_STATE_HOME も HOME も設定されていません")

  static func optionMissing(_ option: String) -> Message {
    Message(
      "\(option) is missing, and there is no terminal to ask on",
      "\(option) の指定がなく、入力を求める端末もありません")
  }

  static let whoWorks = Message("User", "利用者")

  static func passphraseOf(_ user: String) -> Message {
    Message("Passphrase of \(user)", "\(user) のパスフレーズ")
  }

  static func newPassphraseOf(_ user: String) -> Message {
    Message("New passphrase of \(user)", "\(user) の新しいパスフレーズ")
  }

  static let recoveryPassphrase = Message("Passphrase of the recovery file", "復旧ファイルのパスフレーズ")
  static let newRecoveryPassphrase = Message(
    "New passphrase of the recovery file", "復旧ファイルの新しいパスフレーズ")
  static let again = Message("Again", "もう一度")

  static let passphraseTooShort = Message(
    "a passphrase needs at least \(UserSecrets.shortestPassphrase) characters (Unicode scalar values)",
    "パスフレーズは\(UserSecrets.shortestPassphrase)文字以上（Unicodeスカラー値で数えます）にしてください")
  static let passphrasesDiffer = Message("the two passphrases differ", "二つのパスフレーズが違います")
  static let noPassphrase = Message("no passphrase was typed", "パスフレーズが入力されませんでした")

  static func fileTooOpen(_ name: String) -> Message {
    Message(
      "\(name) is open to others than its owner", "\(name) は所有者以外にも読める設定になっています")
  }

  static func chmodHint(_ name: String) -> Message {
    Message("run 'chmod 600 \(name)'", "'chmod 600 \(name)' を実行してください")
  }

  static func badPassphraseFile(_ name: String) -> Message {
    Message(
      "the first line of \(name) is empty or longer than \(PassphraseReader.limit) bytes",
      "\(name) の1行目が空か、\(PassphraseReader.limit)バイトを超えています")
  }

  static func cannotRead(_ name: String, _ number: Int32) -> Message {
    let reason = unsafe String(cString: strerror(number)).lowercased()
    return Message("\(name): cannot be read: \(reason)", "\(name): 読めません: \(reason)")
  }

  static func notAFile(_ name: String) -> Message {
    Message(
      "\(name): a folder, a pipe or a device; a file is needed",
      "\(name): フォルダー・パイプ・装置ではなく、ファイルを指定してください")
  }

  static func fileTooLong(_ name: String) -> Message {
    Message("\(name): the file is too long", "\(name): ファイルが大きすぎます")
  }

  static func notUTF8(_ name: String) -> Message {
    Message("\(name): not UTF-8", "\(name): UTF-8ではありません")
  }

  static let noPolicyFolder = Message(
    "the program's policy is not found; name one with --policy",
    "付属の規程が見つかりません。--policy で指定してください")

  static func clockBehind(_ newest: Timestamp) -> Message {
    Message(
      "warning: the clock is behind the newest entry (\(newest.iso)): decisions go by that time, "
        + "and the log notes it; set the clock right",
      "警告: 時計が最新の記録（\(newest.iso)）より遅れています。判断はその日時により、記録に残ります。時計を合わせてください")
  }

  static func checkingLog(done: Int, of total: Int) -> Message {
    Message("checking the log: \(done) of \(total)", "記録を検証中: \(total)件中\(done)件")
  }
}
