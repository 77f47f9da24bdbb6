import ArgumentParser
import MyNumberKit

/// Parses a command line, runs the command, and turns whatever is thrown into words and a status.
struct CommandRunner {
  let context: CommandContext

  /// Help is wrapped at this width, so that it reads the same everywhere.
  private static let helpWidth = 80

  func run(_ arguments: [String]) -> Int32 {
    let language = CommandLanguage(arguments: arguments, environment: context.environment)
    return CommandLanguage.$current.withValue(language) {
      do {
        return try perform(GlobalArguments.moved(GlobalArguments.withoutLanguage(arguments)))
      } catch {
        return report(Failure(any: error, context.vault.map { Names($0.policy) } ?? .none))
      }
    }
  }

  private func perform(_ arguments: [String]) throws -> Int32 {
    let command: any ParsableCommand
    do {
      command = try MyNumberCommand.parseAsRoot(arguments)
    } catch {
      return try answer(error, arguments)
    }
    guard let command = command as? any ContextCommand else {
      if let root = command as? MyNumberCommand, root.version {
        try context.terminal.write(ProgramVersion.text + "\n")
        return ExitStatus.done
      }
      return try help(command, arguments)
    }
    try command.run(in: context)
    if let failure = context.vault?.unkeptCheckpoint {
      let told = Failure(failure)
      throw Failure(
        told.status, messages: [.doneAllTheSame] + told.messages, hints: told.hints)
    }
    return ExitStatus.done
  }

  /// Nouns alone and the parser's own commands do nothing but ask for help.
  private func help(_ command: any ParsableCommand, _ arguments: [String]) throws -> Int32 {
    var command = command
    do {
      try command.run()
      return ExitStatus.done
    } catch {
      return try answer(error, arguments)
    }
  }

  /// Help and version go to stdout; what was mistyped is a usage error.
  private func answer(_ error: any Error, _ arguments: [String]) throws -> Int32 {
    if MyNumberCommand.exitCode(for: error) == .success {
      try context.terminal.write(Self.help(error) + "\n")
      return ExitStatus.done
    }
    throw Failure(
      ExitStatus.usage, .commandLine(MyNumberCommand.message(for: error)),
      hints: [.seeHelp(CommandPath.of(arguments))])
  }

  private static func help(_ error: any Error) -> String {
    switch CommandLanguage.current {
    case .english: MyNumberCommand.fullMessage(for: error, columns: helpWidth)
    case .japanese:
      JapaneseHelp.text(MyNumberCommand.fullMessage(for: error, columns: JapaneseHelp.unbroken))
    }
  }

  private func report(_ failure: Failure) -> Int32 {
    for message in failure.messages {
      for line in Self.masked(message.text).split(separator: "\n") {
        context.terminal.writeError("mynumber: \(DisplayWidth.visible(String(line)))\n")
      }
    }
    for hint in failure.hints {
      context.terminal.tell(Message(Self.masked(hint.english), Self.masked(hint.japanese)))
    }
    return failure.status
  }

  /// What was mistyped is repeated in many an error and may be a number in the wrong place.
  private static func masked(_ text: String) -> String {
    guard MyNumber.looksLikeNumber(in: text.utf8) else { return text }
    var masked = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      masked.append(scalar.properties.numericType == .decimal ? "•" : scalar)
    }
    return String(masked)
  }
}
