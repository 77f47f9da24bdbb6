import MyNumberKit

extension SlipPlanCommand {
  /// Shows the plan.
  func perform(_ context: CommandContext) throws {
    throw Failure(ExitStatus.fault, .notYet("slip plan"))
  }
}
