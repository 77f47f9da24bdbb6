import ArgumentParser

/// The recovery file, where its keys are wanted.
struct RecoveryOptions: ParsableArguments {
  @Option(
    help: .both(
      "The recovery file, to make a first holder of keys.", "復旧ファイル。鍵の最初の保有者を作るときに使う。",
      valueName: "file"))
  var recovery: String?

  @Option(
    help: .both(
      "A file of mode 0600 with the recovery file's passphrase.",
      "復旧ファイルのパスフレーズのファイル（0600）。", valueName: "file"))
  var recoveryPassphraseFile: String?
}
