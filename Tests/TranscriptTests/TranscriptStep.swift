/// One part of a transcript.
enum TranscriptStep: Sendable {
  case remark(String)
  case directive(String)
  case file(name: String, content: [String], isComplete: Bool)
  case command(TranscriptCommand)

  var text: String {
    switch self {
    case .remark(let line): line + "\n"
    case .directive(let line): "@ \(line)\n"
    case .file(let name, let content, _):
      (["@ file \(name)"] + content + ["@ end"]).map { $0 + "\n" }.joined()
    case .command(let command): command.text
    }
  }
}
