import MyNumberKit

extension SlipExportCommand {
  /// Makes the files.
  func perform(_ context: CommandContext) throws {
    throw Failure(ExitStatus.fault, .notYet("slip export"))
  }
}
