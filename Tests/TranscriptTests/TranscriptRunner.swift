import Glibc
import MyNumberKit
import TestSupport
import Testing

@testable import mynumber

/// Plays a transcript in-process, in a folder of its own, with a fixed clock and seeded randomness.
final class TranscriptRunner {
  private let folder: TemporaryFolder
  private let terminal = ScriptedTerminal()
  private let random: RandomBytes
  private var time = Timestamp(iso: "2026-11-22T03:00:00Z") ?? Timestamp(seconds: 0)
  private var environment: [String: String]
  /// What the last command wrote to standard output.
  private var printed: [UInt8] = []

  init() throws {
    folder = try TemporaryFolder()
    var generator = SplitMix(seed: 20_261_122)
    random = RandomBytes { span in
      for index in span.indices { span[index] = UInt8(truncatingIfNeeded: generator.next()) }
    }
    environment = ["XDG_STATE_HOME": folder.path + "/state", "LANG": "C.UTF-8"]
  }

  /// Plays every step; each command that behaves otherwise is an issue of the test.
  ///
  /// - Returns: The transcript as it really went.
  func play(_ transcript: Transcript) throws -> Transcript {
    var played = transcript
    for (place, step) in transcript.steps.enumerated() {
      switch step {
      case .remark: continue
      case .directive(let directive): try obey(directive)
      case .file(let name, let content, _):
        try folder.write(name, Array(content.map { $0 + "\n" }.joined().utf8))
      case .command(let command): played.steps[place] = .command(play(command))
      }
    }
    return played
  }

  private func play(_ command: TranscriptCommand) -> TranscriptCommand {
    time = time.adding(seconds: 60)
    let moment = time
    let context = CommandContext(
      now: { moment }, random: random, terminal: terminal, environment: environment,
      workingDirectory: folder.path, executable: FileBytes.root + "/.build/debug/mynumber")
    let status = run(arguments: command.arguments, context: context)
    printed = terminal.output
    let (output, errors) = terminal.take()
    #expect(
      !MyNumber.looksLikeNumber(in: errors.joined(separator: "\n").utf8),
      "standard error never holds a number: \(command.line)")
    var real = command
    real.status = status
    real.output = output.map(hidingWhatChanges)
    real.errors = errors.map(hidingWhatChanges)
    let asExpected =
      status == command.status && ExpectedLines.match(command.expectedOutput, real.output)
      && ExpectedLines.match(command.errors, real.errors)
    if asExpected { return command }
    Issue.record("expected:\n\(command.text)\ngot:\n\(real.text)")
    return real
  }

  private func hidingWhatChanges(_ line: String) -> String {
    line.replacing(folder.path, with: "<tmp>")
      .replacing(/\b[0-9a-f]{64}\b/, with: "<digest>")
      .replacing(/[A-Za-z0-9+\/]{43}=/, with: "<hash>")
      .replacing(/\/mynumber\/[\w-]{43}\//, with: "/mynumber/<vault-id>/")
      .replacing(/\/[\w-]{43}\.checkpoints/, with: "/<vault-id>.checkpoints")
      .replacing(/\b[\w-]{43}\.checkpoints/, with: "<vault-id>.checkpoints")
      .replacing(/^[\w-]{42}\w$/, with: "<vault-id>")
      .replacing(/(recovery file of vault )[\w-]{43}/) { "\($0.1)<vault-id>" }
      .replacing(/(保管庫ID  +)[\w-]{43}/) { "\($0.1)<vault-id>" }
      .replacing(/([Vv]ault id  .*|"vault","value":"|^vault,)'?[\w-]{43}/) { "\($0.1)<vault-id>" }
  }

  // MARK: Directives

  private func obey(_ directive: String) throws {
    let words = directive.split(separator: " ", maxSplits: 1).map(String.init)
    let value = words.count > 1 ? words[1] : ""
    switch words.first {
    case "terminal":
      terminal.isOutputTerminal = value == "on"
      terminal.canAsk = value == "on"
    case "type": terminal.answers.append(value)
    case "clock": time = try #require(Timestamp(iso: value))
    case "set": set(value)
    case "sample": try sample(value)
    case "policies": try policies()
    case "copy": try copy(value)
    case "keep": try folder.write(value, printed)
    case "open": folder.setMode(value, 0o644)
    case "damage": try damage(value)
    case "edit": try edit(value)
    default: Issue.record("unknown directive: \(directive)")
    }
  }

  private func set(_ pair: String) {
    let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
    environment[parts[0]] = parts.count > 1 ? parts[1] : nil
  }

  private func sample(_ name: String) throws {
    try folder.write(name, try FileBytes.checkout("Samples/\(name)"))
  }

  /// Copies the policy that comes with the program into the folder `Policies`.
  private func policies() throws {
    for name in ["Policies", "Policies/layouts", "Policies/mappings"] {
      _ = unsafe mkdir("\(folder.path)/\(name)", 0o700)
    }
    for file in try PolicyBundle(directory: "\(FileBytes.root)/Policies").files {
      try folder.write("Policies/\(file.name)", file.bytes)
    }
  }

  private func copy(_ names: String) throws {
    let names = names.split(separator: " ").map(String.init)
    try folder.write(names[1], try FileBytes.read("\(folder.path)/\(names[0])"))
  }

  /// Replaces a text by another in a file of text: `FILE | OLD | NEW`.
  private func edit(_ words: String) throws {
    let parts = words.split(separator: " | ").map(String.init)
    let path = parts[0]
    let text = String(decoding: try FileBytes.read("\(folder.path)/\(path)"), as: UTF8.self)
    try #require(parts.count == 3 && text.contains(parts[1]))
    try folder.write(path, Array(text.replacing(parts[1], with: parts[2]).utf8))
  }

  /// Replaces a text by another of the same length, wherever it stands in a file.
  private func damage(_ words: String) throws {
    let parts = words.split(separator: " ").map(String.init)
    var bytes = try FileBytes.read("\(folder.path)/\(parts[0])")
    let (old, new) = (Array(parts[1].utf8), Array(parts[2].utf8))
    try #require(old.count == new.count)
    var found = 0
    var place = 0
    while place + old.count <= bytes.count {
      if bytes[place..<place + old.count].elementsEqual(old) {
        bytes.replaceSubrange(place..<place + old.count, with: new)
        found += 1
      }
      place += 1
    }
    try #require(found > 0)
    try folder.write(parts[0], bytes)
  }
}
