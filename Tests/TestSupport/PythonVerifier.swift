import Foundation

/// `Samples/verify_log.py`, which was written from the format page: what another program says of a log.
public enum PythonVerifier {
  /// Verifies a log; with a checkpoint from outside too, if there is one.
  ///
  /// - Returns: The exit status, 0 or 76, and what was printed.
  /// - Throws: `MissingTool` where Python's package `cryptography` is not installed.
  public static func verify(
    _ log: [UInt8], vault: String?, containing checkpoint: [UInt8]? = nil
  ) throws -> (status: Int32, message: String) {
    guard isReady else { throw MissingTool(name: "python3 with the package cryptography") }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "log.jsonl")
    try Data(log).write(to: file)
    var arguments = ["\(FileBytes.root)/Samples/verify_log.py", file.path]
    if let vault { arguments.append("--vault-id=\(vault)") }
    if let checkpoint {
      let kept = folder.appending(path: "kept.checkpoint")
      try Data(checkpoint).write(to: kept)
      arguments += ["--checkpoint", kept.path]
    }
    return try run(arguments)
  }

  /// Whether the package is there, which `.ci/packages` sees to (Debian's `python3-cryptography`).
  private static let isReady = (try? run(["-c", "import cryptography"]).status) == 0

  private static func run(_ arguments: [String]) throws -> (status: Int32, message: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
