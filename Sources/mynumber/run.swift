import ArgumentParser
import MyNumberKit

/// Runs a command line in the surroundings given, and says its exit status.
func run(arguments: [String], context: CommandContext) -> Int32 {
  CommandRunner(context: context).run(arguments)
}
