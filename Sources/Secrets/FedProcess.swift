internal import COpenSSL
internal import Glibc

/// A short-lived process that is fed secrets through a pipe and writes into a file.
///
/// It starts afresh from its program, with an empty environment, the pipe, the file and no other open
/// file, so that it knows nothing of the process that feeds it but what it is given.
@safe public struct FedProcess: ~Copyable {
  private let process: pid_t
  /// The end of the pipe that is written to; -1 once it is closed.
  private var pipe: Int32
  private var isRunning = true

  /// Starts a program.
  ///
  /// - Parameter output: The open file that is its standard output.
  /// - Throws: `callFailed`.
  public init(_ path: String, arguments: [String], output: Int32) throws(SecretsError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe copenssl_pipe(&ends) == 0 else {
      throw SecretsError(.callFailed, call: "pipe2")
    }
    defer { close(ends[0]) }
    do throws(SecretsError) {
      process = try Self.spawn([path] + arguments, input: ends[0], output: output)
    } catch {
      close(ends[1])
      throw error
    }
    pipe = ends[1]
  }

  deinit {
    if pipe >= 0 { close(pipe) }
    guard isRunning else { return }
    kill(process, SIGKILL)
    _ = Self.wait(for: process)
  }

  /// Feeds it; what was written is in the pipe, or has been read already.
  ///
  /// - Throws: `callFailed` if it does not read any more.
  public borrowing func write(_ bytes: Span<UInt8>) throws(SecretsError) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { raw in
        unsafe copenssl_write_quietly(pipe, raw.baseAddress?.advanced(by: done), raw.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SecretsError(.callFailed, call: "write") }
      done += count
    }
  }

  /// Ends its input and waits until it has ended.
  ///
  /// - Throws: `callFailed` unless it says that all went well.
  public consuming func finish() throws(SecretsError) {
    close(pipe)
    pipe = -1
    isRunning = false
    guard Self.wait(for: process) == 0 else {
      throw SecretsError(.callFailed, call: "waitpid")
    }
  }

  /// The status with which a process ended, as the system tells it; -1 if it is not known.
  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = -1
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    return status
  }

  private static func spawn(
    _ words: [String], input: Int32, output: Int32
  ) throws(SecretsError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else {
      throw SecretsError(.callFailed, call: "posix_spawn_file_actions_init")
    }
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let isReady =
      unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) == 0
      && posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) == 0
      && posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0
      && copenssl_close_from(&actions, STDERR_FILENO + 1) == 0
    guard isReady else { throw SecretsError(.callFailed, call: "posix_spawn_file_actions") }
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var environment: [UnsafeMutablePointer<CChar>?] = unsafe [nil]
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, words[0], &actions, nil, &arguments, &environment) == 0
    else { throw SecretsError(.callFailed, call: "posix_spawn") }
    return process
  }
}
