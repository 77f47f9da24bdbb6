import ArgumentParser
import MyNumberKit

/// `read-sheets`: what `slip export --paper` starts to read copies with numbers back; nobody types it.
///
/// It reads from standard input which numbers must stand on them, and the PDF at standard output, both
/// of which are its parent's.
struct ReadSheetsCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: SheetCheck.command, shouldDisplay: false)
  }

  func run(in context: CommandContext) throws {
    guard !context.terminal.isOutputTerminal else {
      throw Failure.usage(.notForPeople(SheetCheck.command))
    }
    try ProcessHardening.confine()
    try SheetCheck.check(1, against: 0)
  }
}
