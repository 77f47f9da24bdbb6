extension Message {
  static let lastDayPassed = Message("--until has passed", "--until が過去の日付です")

  static func userAdded(_ name: String, wantsKeys: Bool, gotKeys: Bool) -> Message {
    if wantsKeys && !gotKeys {
      return Message(
        "\(name) can sign in; keys come from a holder by 'mynumber user grant \(name)'",
        "\(name) を加えました。鍵は保有者が 'mynumber user grant \(name)' で渡します")
    }
    return wantsKeys
      ? Message(
        "\(name) can sign in and holds the keys of the roles; have them change the passphrase",
        "\(name) を加え、役割の鍵を渡しました。本人にパスフレーズを変更してもらってください")
      : Message(
        "\(name) can sign in; have them change the passphrase",
        "\(name) を加えました。本人にパスフレーズを変更してもらってください")
  }

  static func keysGranted(_ count: Int, to name: String) -> Message {
    Message(
      "\(name) now holds \(English.count(count, "more key"))", "\(name) に鍵\(count)個を渡しました")
  }

  static func userRevoked(_ name: String, held keys: [String]) -> Message {
    guard !keys.isEmpty else {
      return Message("\(name) is revoked", "\(name) の権限を取り消しました")
    }
    let list = keys.joined(separator: ", ")
    return Message(
      "\(name) is revoked; a copy of keys.sqlite, if they have one, still holds \(list)",
      "\(name) の権限を取り消しました。keys.sqlite の写しがあれば、なお残る鍵: \(list)")
  }

  static let passphraseChanged = Message(
    "the passphrase and the key pairs are new", "パスフレーズと鍵を新しくしました")
}
