internal import COpenSSL
internal import Glibc

/// A short-lived process that is fed secrets through a pipe and writes into a file.
///
/// It starts afresh from its program, with an empty environment, the pipe, the file and no other open
/// file, so that it knows nothing of the process that feeds it but what it is given.
@safe public struct FedProcess: ~Copyable {
  /// The id by which the system knows it.
  public let id: Int32
  /// The end of the pipe that is written to; -1 once it is closed.
  private var pipe: Int32
  /// The end of another pipe, from which its standard error is read; -1 where that goes nowhere.
  private var report: Int32
  private var isRunning = true

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - output: The open file that is its standard output.
  ///   - reports: Whether its standard error is read when it ends.
  /// - Throws: `callFailed`.
  public init(
    _ path: String, arguments: [String], output: Int32, reports: Bool = false
  ) throws(SecretsError) {
    var said: [Int32] = [-1, -1]
    guard unsafe !reports || copenssl_pipe(&said) == 0 else {
      throw SecretsError(.callFailed, call: "pipe2")
    }
    defer { if said[1] >= 0 { close(said[1]) } }
    do throws(SecretsError) {
      (id, pipe) = try Self.start(
        [path] + arguments, output: output, error: reports ? said[1] : nil)
    } catch {
      if said[0] >= 0 { close(said[0]) }
      throw error
    }
    report = said[0]
  }

  /// Starts a program; gives the process and the end of the pipe that is written to.
  private static func start(
    _ words: [String], output: Int32, error: Int32?
  ) throws(SecretsError) -> (pid_t, Int32) {
    var ends: [Int32] = [-1, -1]
    guard unsafe copenssl_pipe(&ends) == 0 else {
      throw SecretsError(.callFailed, call: "pipe2")
    }
    defer { close(ends[0]) }
    do throws(SecretsError) {
      return (try spawn(words, input: ends[0], output: output, error: error), ends[1])
    } catch {
      close(ends[1])
      throw error
    }
  }

  deinit {
    if pipe >= 0 { close(pipe) }
    if report >= 0 { close(report) }
    guard isRunning else { return }
    kill(id, SIGKILL)
    _ = Self.wait(for: id)
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
    guard Self.wait(for: id) == 0 else {
      throw SecretsError(.callFailed, call: "waitpid")
    }
  }

  /// Ends its input and waits until it has ended.
  ///
  /// - Returns: Whether it says that all went well, and the beginning of what it wrote to its standard
  ///   error.
  public consuming func finishReporting() -> (isWell: Bool, report: [UInt8]) {
    close(pipe)
    pipe = -1
    let said = Self.read(report)
    // Whoever goes on writing must not wait for a reader.
    if report >= 0 { close(report) }
    (report, isRunning) = (-1, false)
    return (Self.wait(for: id) == 0, said)
  }

  /// The first bytes that can be read, a line's worth of them.
  private static func read(_ descriptor: Int32) -> [UInt8] {
    var (bytes, count) = ([UInt8](repeating: 0, count: 256), 0)
    while descriptor >= 0, count < bytes.count {
      let room = bytes.count - count
      let found = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), room)
      }
      if found < 0, errno == EINTR { continue }
      guard found > 0 else { break }
      count += found
    }
    return Array(bytes.prefix(count))
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
    _ words: [String], input: Int32, output: Int32, error: Int32?
  ) throws(SecretsError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else {
      throw SecretsError(.callFailed, call: "posix_spawn_file_actions_init")
    }
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let isReady =
      unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) == 0
      && posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) == 0
      && setError(error, in: &actions)
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

  /// Sends the standard error to an open file, or nowhere.
  private static func setError(
    _ descriptor: Int32?, in actions: inout posix_spawn_file_actions_t
  ) -> Bool {
    guard let descriptor else {
      return unsafe posix_spawn_file_actions_addopen(
        &actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0
    }
    return unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, STDERR_FILENO) == 0
  }
}
