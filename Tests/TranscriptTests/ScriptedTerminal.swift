import MyNumberKit

@testable import mynumber

/// A terminal whose answers are written beforehand and whose output is kept.
final class ScriptedTerminal: Terminal {
  var isOutputTerminal = false
  var isErrorTerminal: Bool { false }
  var canAsk = false
  var answers: [String] = []
  private(set) var output: [UInt8] = []
  private(set) var errors = ""

  func writeOutput(_ bytes: Span<UInt8>) -> Int32 {
    for index in bytes.indices { output.append(bytes[index]) }
    return 0
  }

  func writeError(_ text: String) { errors += text }

  func readLine() -> String? { answers.isEmpty ? nil : answers.removeFirst() }

  func readSecret(limit: Int) -> SecretBytes? {
    guard let answer = readLine() else { return nil }
    writeError("\n")
    let bytes = Array(answer.utf8)
    return SecretBytes(copying: bytes.span)
  }

  /// What was written since the last call, in lines.
  func take() -> (output: [String], errors: [String]) {
    defer {
      output = []
      errors = ""
    }
    return (Self.lines(String(decoding: output, as: UTF8.self)), Self.lines(errors))
  }

  private static func lines(_ text: String) -> [String] {
    // CR and LF together are one newline character.
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
