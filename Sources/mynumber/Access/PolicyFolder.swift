import MyNumberKit

/// Finds the policy that comes with the program.
struct PolicyFolder {
  private let context: CommandContext

  init(_ context: CommandContext) { self.context = context }

  /// Reads the folder given, or else the program's own.
  func bundle(_ given: String?) throws -> PolicyBundle {
    if let given {
      let path = context.path(given)
      guard InputFile.isFolder(path) else {
        throw Failure(ExitStatus.noInput, .notFound("\(given)"))
      }
      return try PolicyBundle(directory: path)
    }
    guard let path = installed else { throw Failure(ExitStatus.noInput, .noPolicyFolder) }
    return try PolicyBundle(directory: path)
  }

  /// `PREFIX/share/mynumber/Policies` for `PREFIX/bin/mynumber`, else the nearest `Policies` above.
  private var installed: String? {
    var folders = context.executable.split(separator: "/", omittingEmptySubsequences: false)
    folders.removeLast()
    let prefix = folders.dropLast().joined(separator: "/")
    let shared = prefix + "/share/mynumber/Policies"
    if InputFile.isFolder(shared) { return shared }
    while !folders.isEmpty {
      let path = folders.joined(separator: "/") + "/Policies"
      if InputFile.isFolder(path) { return path }
      folders.removeLast()
    }
    return nil
  }
}
