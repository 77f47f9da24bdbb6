import ArgumentParser

/// Which vault, and whether its checkpoints go to a witness.
struct VaultOptions: ParsableArguments {
  @Option(
    help: .both(
      "The vault's folder (MYNUMBER_VAULT).", "保管庫のフォルダー（MYNUMBER_VAULT）。", valueName: "folder"))
  var vault: String?

  @Option(
    help: .both(
      "The folder of keys.sqlite, if not in the vault (MYNUMBER_KEYS).",
      "keys.sqlite のフォルダー。保管庫の外に置く場合（MYNUMBER_KEYS）。", valueName: "folder"))
  var keys: String?

  @Option(
    help: .both(
      "Append every checkpoint to a folder that users cannot rewrite (MYNUMBER_WITNESS).",
      "チェックポイントを、利用者が書き換えられないフォルダーに追記する（MYNUMBER_WITNESS）。",
      valueName: "folder"))
  var witnessDir: String?

  @OptionGroup var language: LanguageOptions
}
