import ArgumentParser

/// The language option that every command has; it is read before the others are parsed.
struct LanguageOptions: ParsableArguments {
  @Option(
    help: .both(
      "ja or en (default: by LC_ALL, LC_MESSAGES, LANG).",
      "ja または en（既定: LC_ALL, LC_MESSAGES, LANG による）。", valueName: "language"))
  var lang: CommandLanguage?
}
