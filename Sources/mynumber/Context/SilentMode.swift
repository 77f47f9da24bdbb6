import Glibc

/// A terminal that shows nothing of what is typed and sends no signals, until it is ended.
///
/// Keys arrive one by one, so that the interrupt key can put the terminal back itself.
struct SilentMode {
  private let descriptor: Int32
  private let before: termios

  /// Begins; nil if the descriptor is no terminal.
  init?(_ descriptor: Int32) {
    var mode = termios()
    guard unsafe tcgetattr(descriptor, &mode) == 0 else { return nil }
    self.descriptor = descriptor
    before = mode
    mode.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    guard unsafe tcsetattr(descriptor, TCSAFLUSH, &mode) == 0 else { return nil }
  }

  /// Puts the terminal back as it was.
  func end() {
    var mode = before
    _ = unsafe tcsetattr(descriptor, TCSAFLUSH, &mode)
  }
}
