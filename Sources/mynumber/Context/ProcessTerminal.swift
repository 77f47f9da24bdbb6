import Glibc
import MyNumberKit

/// The terminal of a process.
@safe final class ProcessTerminal: Terminal {
  var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }
  var canAsk: Bool { isatty(STDIN_FILENO) == 1 }

  func writeOutput(_ bytes: Span<UInt8>) -> Int32 { Self.write(bytes, to: STDOUT_FILENO) }

  func writeError(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Self.write(bytes.span, to: STDERR_FILENO)
  }

  func readLine() -> String? { Swift.readLine(strippingNewline: true) }

  func readSecret(limit: Int) -> SecretBytes? {
    guard let mode = SilentMode(STDIN_FILENO) else { return nil }
    var buffer = SecretBytes(count: limit) { _ in }
    let count = buffer.withMutableSpan { SecretLine.read(STDIN_FILENO, into: &$0) }
    mode.end()
    writeError("\n")
    guard let count else { return nil }
    return buffer.withSpan { SecretBytes(copying: $0.extracting(0..<count)) }
  }

  private static func write(_ bytes: Span<UInt8>, to descriptor: Int32) -> Int32 {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { raw in
        unsafe Glibc.write(descriptor, raw.baseAddress?.advanced(by: done), raw.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      done += count
    }
    return 0
  }
}
