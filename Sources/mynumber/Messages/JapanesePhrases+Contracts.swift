extension JapanesePhrases {
  /// What is wrong with the file of a contract, or with another YAML file that is read so.
  static let contracts = [
    "ends before it begins": "始まる前に終わっています",
    "an id is 1 to 30 lower-case letters, digits and hyphens, begins with a letter and is not root":
      "id は英小文字・数字・ハイフンの1〜30文字で、英字で始まり、root ではないものです",
    "the policy has no purpose {0}": "規程に利用目的 {0} がありません",
    "the purpose stands twice": "利用目的が重複しています",
    "a public key is what 'handover keys' prints: base64 of 32 bytes":
      "公開鍵は「handover keys」が表示するもの（32バイトのbase64）です",
    "a mapping is expected here": "ここにはマッピング（キー: 値）が要ります",
    "unknown key {0}; known: {1}": "不明なキー {0}（使えるもの: {1}）",
    "the key {0} is missing": "キー {0} がありません",
    "a line of text is expected here": "ここには1行の文字列が要ります",
    "a whole number from {0} to {1} is expected here": "ここには{0}から{1}までの整数が要ります",
    "the file is larger than 256 KiB": "ファイルが256 KiBを超えています",
    "the file is not UTF-8": "ファイルがUTF-8ではありません",
    "the file is not YAML": "ファイルがYAMLではありません",
    "not YAML: {0}": "YAMLではありません: {0}",
    "a key stands twice in one mapping": "同じキーが重複しています",
    "a line ends with LF or CRLF, and with nothing else": "行の終わりはLFかCRLFに限ります",
    "anchors and aliases are not used: & and * stand inside words only":
      "アンカーとエイリアスは使えません（& と * は語の中に限ります）",
    "a tab is not used": "タブは使えません",
    "a control character": "制御文字があります",
    "nested too deeply": "入れ子が深すぎます",
  ]
}
