import ArgumentParser
import MyNumberKit

/// `draw-sheets`: what `slip export --paper` starts to draw copies with numbers; nobody types it.
///
/// It reads from standard input and writes a PDF to standard output, both of which are its parent's.
struct DrawSheetsCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: SheetProcess.command, shouldDisplay: false)
  }

  func run(in context: CommandContext) throws {
    guard !context.terminal.isOutputTerminal else {
      throw Failure.usage(.notForPeople(SheetProcess.command))
    }
    try ProcessHardening.confine()
    try SheetProcess.draw(from: 0) { context.terminal.writeOutput($0) == 0 }
  }
}
