import Glibc

/// What the process finds around it.
enum ProcessSurroundings {
  static func environment() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = unsafe environ
    while let text = unsafe entry.pointee {
      let pair = unsafe String(cString: text)
      if let equals = pair.firstIndex(of: "=") {
        variables[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
      }
      unsafe entry += 1
    }
    return variables
  }

  static func workingDirectory() -> String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The program's own path, links resolved.
  static func executable() -> String {
    guard let path = unsafe realpath("/proc/self/exe", nil) else {
      return CommandLine.arguments.first ?? "mynumber"
    }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
