import Glibc
import MyNumberKit

/// The command as a process: hardened first, then run with the real surroundings.
@main
enum Program {
  static func main() {
    umask(0o077)
    let terminal = ProcessTerminal()
    do {
      try ProcessHardening.disableCoreDumps()
    } catch {
      terminal.writeError("mynumber: core dumps cannot be disabled: \(error)\n")
      exit(70)
    }
    let context = CommandContext(
      terminal: terminal, environment: ProcessSurroundings.environment(),
      workingDirectory: ProcessSurroundings.workingDirectory(),
      executable: ProcessSurroundings.executable())
    exit(run(arguments: Array(CommandLine.arguments.dropFirst()), context: context))
  }
}
