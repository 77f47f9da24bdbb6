/// A command line and what it is expected to print.
struct TranscriptCommand: Sendable {
  let line: String
  var output: [String] = []
  var errors: [String] = []
  var status: Int32 = 0

  init(line: String) { self.line = line }

  mutating func expect(_ text: String) {
    if text.hasPrefix("! ") || text == "!" {
      errors.append(String(text.dropFirst(2)))
    } else if text.hasPrefix("? "), let status = Int32(text.dropFirst(2)) {
      self.status = status
    } else {
      output.append(text)
    }
  }

  /// What is expected on standard output, without the empty lines around it.
  var expectedOutput: [String] {
    var lines = output
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The arguments as a shell would split them: spaces, quotes, and a `\` at the end of nothing.
  var arguments: [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return Array(words.dropFirst())
  }

  var text: String {
    var lines = ["$ " + line] + expectedOutput + errors.map { $0.isEmpty ? "!" : "! " + $0 }
    if status != 0 { lines.append("? \(status)") }
    return lines.map { $0 + "\n" }.joined() + "\n"
  }
}
