import MyNumberKit

extension Message {
  static let handOverPassphrase = Message("passphrase of the hand-over", "引渡しのパスフレーズ")
  static let receiverPassphrase = Message("passphrase of the key file", "鍵ファイルのパスフレーズ")

  static func handedOver(_ made: HandOver, underPassphrase: Bool) -> Message {
    let (count, file, day) = (made.people, made.file, made.returnBy.isoText)
    let apart =
      underPassphrase
      ? Message("; give the passphrase apart", "。パスフレーズは別に伝えてください") : Message("", "")
    return Message(
      "\(English.count(count, "number")) sealed in \(file); above is its id; it has to come back by "
        + "\(day)\(apart.english)",
      "番号\(count)件を \(file) に封印しました。上がIDです。返却・廃棄の期限は\(day)です\(apart.japanese)")
  }

  static let handOverReturned = Message("the return is recorded", "返却・廃棄を記録しました")

  static func receiverKeyMade(_ file: String) -> Message {
    Message(
      "the private key stands in \(file), under the passphrase; give the public key above to the "
        + "employer",
      "秘密鍵を \(file) にパスフレーズで封印しました。上の公開鍵を委託者に渡してください")
  }

  static let numbersNeedTerminal = Message(
    "numbers go to a terminal only; --out or --stdout writes them elsewhere",
    "番号は端末にだけ表示します。それ以外へは --out か --stdout を付けてください")

  static func notAHandOver(_ file: String) -> Message {
    Message(
      "\(file): no hand-over file, or one that is cut short",
      "\(file): 引渡しのファイルでないか、途中で切れています")
  }

  static func handOverNotAuthentic(_ file: String) -> Message {
    Message(
      "\(file): altered, or sealed to another key", "\(file): 改ざんされたか、別の鍵に封印されています")
  }

  static let wrongHandOverPassphrase = Message(
    "wrong passphrase, or the file was altered", "パスフレーズが違うか、ファイルが改ざんされています")
  static let wrongKeyPassphrase = Message(
    "wrong passphrase of the key file", "鍵ファイルのパスフレーズが違います")
  static let handOverNeedsKey = Message(
    "the file is sealed to a key; name the key file with --key",
    "ファイルは鍵に封印されています。--key で鍵ファイルを指定してください")
  static let handOverHasNoKey = Message(
    "the file is under a passphrase, not sealed to a key; leave --key out",
    "ファイルは鍵ではなくパスフレーズで封印されています。--key は要りません")

  static func notAReceiverKey(_ file: String) -> Message {
    Message("\(file): not a receiver's key file", "\(file): 受け取る側の鍵ファイルではありません")
  }
}
