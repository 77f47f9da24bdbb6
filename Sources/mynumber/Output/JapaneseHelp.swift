import MyNumberKit

/// Help in Japanese: the parser's own words too, in lines of eighty columns.
///
/// The parser breaks lines at spaces and counts a wide character as one column, so it is asked for
/// lines without an end, which are broken here.
enum JapaneseHelp {
  /// The width to ask the parser for.
  static let unbroken = 1 << 14

  private static let width = 80
  /// Where the parser sets what it says of an option.
  private static let helpColumn = 26

  /// The help that the parser laid out without breaking lines.
  static func text(_ laidOut: String) -> String {
    var isExample = false
    var lines: [String] = []
    for line in laidOut.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("USAGE:") { isExample = false }
      lines += isExample ? [String(line)] : broken(worded(String(line)))
      if line == "例:" { isExample = true }
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Words

  private static let usage = "書式: "
  private static let headings = [
    "OVERVIEW: ": "概要: ", "USAGE: ": usage, "ARGUMENTS:": "引数:", "OPTIONS:": "指定:",
    "SUBCOMMANDS:": "コマンド:",
  ]

  private static func worded(_ line: String) -> String {
    for (english, japanese) in headings where line.hasPrefix(english) {
      return japanese + line.dropFirst(english.count)
    }
    return line.replacing("Show help information.", with: "この説明を示す。")
      .replacing("Show subcommand help information.", with: "コマンドの説明を示す。")
      .replacing(#/ \(values: ([^;()]+); default: ([^()]+)\)$/#) { "（既定: \($0.2)）" }
      .replacing(#/ \(values: [^;()]+\)$/#, with: "")
      .replacing(#/ ?\(default: ([^()]+)\)$/#) { "（既定: \($0.1)）" }
      .replacing(#/^  See '(.+)' for detailed help\.$/#) { "  詳しくは '\($0.1)' を見てください。" }
      .replacing(" (default) ", with: "（既定）   ")
  }

  // MARK: Lines

  /// The line in as many as it needs.
  private static func broken(_ line: String) -> [String] {
    guard DisplayWidth.columns(of: line) > width else { return [line] }
    let isUsage = line.hasPrefix(usage)
    let indent = line.hasPrefix("  ") ? helpColumn : isUsage ? DisplayWidth.columns(of: usage) : 0
    var lines: [String] = []
    var rest = line[...]
    while DisplayWidth.columns(of: String(rest)) > width {
      let end = end(ofFirstLineOf: rest, after: lines.isEmpty ? 0 : indent, isUsage)
      guard end < rest.endIndex else { break }
      lines.append(trimmed(rest[..<end]))
      let next = rest[end...].drop { $0 == " " }
      rest = (String(repeating: " ", count: indent) + next)[...]
    }
    return lines + [trimmed(rest)]
  }

  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// The last place where the line may be broken within the width, or the first beyond it.
  private static func end(
    ofFirstLineOf text: Substring, after indent: Int, _ isUsage: Bool
  ) -> String.Index {
    var columns = 0
    var last: String.Index?
    var place = text.startIndex
    while place < text.endIndex {
      let next = text.index(after: place)
      columns += DisplayWidth.columns(of: String(text[place]))
      if columns > width, let last { return last }
      let isInside = columns > indent && next < text.endIndex
      if isInside, isUsage ? begins(text[place], text[next]) : mayBreak(text[place], text[next]) {
        last = next
      }
      if columns > width, last != nil { return next }
      place = next
    }
    return text.endIndex
  }

  private static let closing: Set<Character> = [
    "、", "。", "，", "．", "）", "」", "』", "】", "〉", "・", "：", "；", "！", "？", "ー", "々", "ぁ", "ぃ",
    "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", ")", ",", ".",
    ":",
    ";",
  ]
  private static let opening: Set<Character> = ["（", "「", "『", "【", "〈", "("]

  /// Whether another option begins here: its value stays with it.
  private static func begins(_ before: Character, _ after: Character) -> Bool {
    before == " " && (after == "[" || after == "-")
  }

  private static func mayBreak(_ before: Character, _ after: Character) -> Bool {
    if before == " " { return after != " " }
    guard after != " ", !closing.contains(after), !opening.contains(before) else { return false }
    return isWide(before) || isWide(after)
  }

  private static func isWide(_ character: Character) -> Bool {
    DisplayWidth.columns(of: String(character)) > 1
  }
}
