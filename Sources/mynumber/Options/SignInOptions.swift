import ArgumentParser

/// Which vault, and who works with it.
struct SignInOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: .both(
      "The user who works (MYNUMBER_USER).", "操作する利用者（MYNUMBER_USER）。", valueName: "user"))
  var user: String?

  @Option(
    help: .both(
      "A file of mode 0600 whose first line is the passphrase (MYNUMBER_PASSPHRASE_FILE); "
        + "otherwise it is asked for.",
      "1行目がパスフレーズのファイル（0600）（MYNUMBER_PASSPHRASE_FILE）。なければ入力を求める。",
      valueName: "file"))
  var passphraseFile: String?

  @OptionGroup var place: VaultOptions
}
