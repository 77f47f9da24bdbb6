extension JapanesePhrases {
  /// Of the keys of purposes and their rotation.
  static let keys = [
    "key {0}": "鍵 {0}",
    "a contractor's key is renewed by sharing again: mynumber entrustment share":
      "委託先の鍵は、共有し直すと新しくなります: mynumber entrustment share",
    "numbers are shared by the key {0}: reseal as its holder or with --recovery":
      "番号が鍵 {0} で共有されています。その保有者として、または --recovery で実行してください",
  ]
}
