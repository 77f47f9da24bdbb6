/// A terminal session in a plain text file: commands with what they print.
///
/// ```
/// # a remark
/// @ file hr.pass            the lines up to `@ end` become a file of mode 0600
/// $ mynumber user list      a command; then its standard output
/// ! text                    a line of standard error
/// ? 77                      the exit status, if it is not 0
/// ```
///
/// What changes from run to run is shown as `<tmp>`, `<vault-id>`, `<digest>` and `<hash>`; `<time>`
/// stands for any moment, `<any>` for any text, a line `...` for any lines.
struct Transcript: Sendable, CustomStringConvertible {
  let name: String
  var steps: [TranscriptStep]

  var description: String { name }

  init(name: String, text: String) {
    self.name = name
    steps = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for line in lines { take(line) }
  }

  private mutating func take(_ line: String) {
    if case .file(let name, let content, false)? = steps.last {
      let step: TranscriptStep =
        line == "@ end"
        ? .file(name: name, content: content, isComplete: true)
        : .file(name: name, content: content + [line], isComplete: false)
      steps[steps.count - 1] = step
    } else if line.hasPrefix("$ mynumber") {
      steps.append(.command(TranscriptCommand(line: String(line.dropFirst(2)))))
    } else if line.hasPrefix("@ file ") {
      steps.append(.file(name: String(line.dropFirst(7)), content: [], isComplete: false))
    } else if line.hasPrefix("@ ") {
      steps.append(.directive(String(line.dropFirst(2))))
    } else if line.hasPrefix("#") {
      steps.append(.remark(line))
    } else if case .command(var command)? = steps.last {
      command.expect(line)
      steps[steps.count - 1] = .command(command)
    } else {
      steps.append(.remark(line))
    }
  }

  /// The text of the file again.
  var text: String { steps.map(\.text).joined() }
}
