import ArgumentParser

/// In which form data are written.
struct FormatOptions: ParsableArguments {
  @Option(
    help: .both(
      "text, json or csv.", "text, json, csv のいずれか。", valueName: "format"))
  var format: OutputFormat = .text
}
