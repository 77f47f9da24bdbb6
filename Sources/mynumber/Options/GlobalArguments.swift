/// Options of all commands may stand before the verb too: there they are moved behind it.
enum GlobalArguments {
  private static let names: Set<String> = [
    "--vault", "--keys", "--as", "--passphrase-file", "--witness-dir", "--format", "--lang",
  ]

  /// The arguments without a language that there is, which was read before them: a noun alone and a
  /// command that is mistyped take it too.
  static func withoutLanguage(_ arguments: [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    var kept: [String] = []
    var rest = arguments[..<end]
    while let first = rest.popFirst() {
      if first == "--lang", let next = rest.first, CommandLanguage(rawValue: next) != nil {
        rest.removeFirst()
      } else if !isLanguage(first) {
        kept.append(first)
      }
    }
    return kept + arguments[end...]
  }

  private static func isLanguage(_ argument: String) -> Bool {
    argument.hasPrefix("--lang=") && CommandLanguage(rawValue: String(argument.dropFirst(7))) != nil
  }

  /// The arguments with leading global options moved to the end, before a `--`.
  static func moved(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var leading: [String] = []
    while let first = rest.first {
      if names.contains(first), rest.count > 1 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if let equals = first.firstIndex(of: "="), names.contains(String(first[..<equals])) {
        leading.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return rest[..<end] + leading + rest[end...]
  }
}
