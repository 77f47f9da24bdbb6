import TestSupport

@testable import mynumber

/// A command that judges cases in JSON without a vault.
struct CaseCommand {
  /// Its words, such as `verify check`.
  let words: [String]

  /// Runs it over a file, and returns its status and the lines of its output.
  func run(
    _ bytes: [UInt8], policy: Bool = true, language: String = "en"
  ) throws -> (status: Int32, output: [String], errors: [String]) {
    let folder = try TemporaryFolder()
    try folder.write("cases.json", bytes)
    let terminal = ScriptedTerminal()
    let context = CommandContext(
      terminal: terminal, environment: ["LANG": "C.UTF-8"], workingDirectory: folder.path,
      executable: FileBytes.root + "/.build/debug/mynumber")
    let status = mynumber.run(
      arguments: words + ["cases.json", "--lang", language]
        + (policy ? ["--policy", FileBytes.root + "/Policies"] : []), context: context)
    let (output, errors) = terminal.take()
    return (status, output, errors)
  }

  /// Cases as one array, or one a line.
  static func joined(_ cases: [[UInt8]], isArray: Bool) -> [UInt8] {
    let all = Array(cases.joined(separator: [isArray ? 0x2C : 0x0A]))
    return isArray ? [0x5B] + all + [0x5D] : all
  }
}
