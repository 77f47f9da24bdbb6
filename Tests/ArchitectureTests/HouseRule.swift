/// The rules that a line of code or a text can break.
enum HouseRule {
  /// Whether a line forces a try, a cast or an optional.
  static func forces(_ line: String) -> Bool { line.contains(/[\w)\]}"?>`]!(?!=)/) }

  /// Whether a line writes to standard output.
  static func prints(_ line: String) -> Bool {
    line.contains(/(?:^|[^.\w])(?:print|debugPrint|dump|putchar|puts|printf)\(/)
  }

  /// Whether a text holds SQL: words in capitals, or two that only SQL puts together.
  static func isSQL(_ text: String) -> Bool {
    text.contains(
      /\b(?:SELECT|INSERT|UPDATE|DELETE|PRAGMA|SAVEPOINT|ROLLBACK|VACUUM|ATTACH|ALTER|sqlite_master)\b/
    ) || text.contains(/\b(?:insert into|delete from|create table|create index|begin immediate)\b/)
  }

  /// Whether code without its texts tells a mistake on the command line in one language only.
  static func tellsInOneLanguage(_ code: String) -> Bool {
    code.contains(/ValidationError\(\s*#*"/)
  }

  /// The first thing in a text that says where or how it was written, which nobody needs to know.
  static func workplace(_ text: String) -> String? {
    // Cut in two, so that this file does not hold them.
    let places = [
      "/wo" + "rk/", "/ro" + "ot/", "/home" + "/", "../sha" + "red", "bash_" + "jobs",
      "anth" + "ropic", "cla" + "ude", "chat" + "gpt", "open" + "ai", "/issues" + "/",
      "issue" + " #", "/pull" + "/",
    ]
    let notes = ["TO" + "DO", "FIX" + "ME"]
    let small = text.lowercased()
    return places.first(where: small.contains) ?? notes.first(where: text.contains)
  }
}
