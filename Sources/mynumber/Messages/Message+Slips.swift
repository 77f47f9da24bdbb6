extension Message {
  static func notYet(_ command: String) -> Message {
    Message("'\(command)' is not built yet", "'\(command)' はまだ使えません")
  }
}
