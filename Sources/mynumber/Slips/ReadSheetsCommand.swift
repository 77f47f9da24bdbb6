import ArgumentParser
import MyNumberKit

/// `read-sheets`: what `slip export --paper` starts to read copies with numbers back; nobody types it.
///
/// It reads from standard input which numbers must stand on them, and the PDF at standard output, both
/// of which are its parent's. What is wrong it says on its standard error, by page and box.
struct ReadSheetsCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: SheetCheck.command, shouldDisplay: false)
  }

  func run(in context: CommandContext) throws {
    guard !context.terminal.isOutputTerminal else {
      throw Failure.usage(.notForPeople(SheetCheck.command))
    }
    try ProcessHardening.confine()
    if let (report, fault) = try SheetCheck.check(1, against: 0) {
      context.terminal.writeError(report)
      throw Failure(any: ExportError.readBack(fault))
    }
  }
}
