internal import Auditing
internal import JSON
internal import Rules
internal import Text

extension IncidentDraft {
  private var title: String {
    kind == .first ? "特定個人情報の漏えい等に関する報告書（速報）案" : "特定個人情報の漏えい等に関する報告書（確報）案"
  }

  /// Plain text: the report's nine items, then the notice's five.
  public func text() -> String {
    var lines = [title, "個人情報保護委員会 御中", ""]
    for item in items { lines += Self.lines(item, "\(item.number)") }
    lines += ["", "", "本人への通知案", "対象となった方へ", ""]
    // What the Commission is told of how the log was searched and when it is due, the people are not.
    for (place, item) in noticeItems.enumerated() {
      lines += Self.lines(Self.forPeople(item), "\(place + 1)")
    }
    return lines.map(DisplayWidth.visible).joined(separator: "\n") + "\n"
  }

  private static func lines(_ item: Item, _ number: String) -> [String] {
    ["\(number). \(item.title)"] + item.lines.map { "   \($0)" } + [""]
  }

  /// An item as the people are told it: to the extent necessary for them (規則5条).
  private static func forPeople(_ item: Item) -> Item {
    let inside = [
      "規則2条の該当号", "委託元・委託先", "経過", "速報の目安", "確報の期限", "確認事項", "調査の根拠", "【要記入：警察",
    ]
    let desk = item.number == 9 ? ["お問い合わせ先: 【要記入：部署、電話番号、受付時間】"] : []
    return Item(
      number: item.number, title: item.title,
      lines: item.lines.filter { line in !inside.contains(where: line.hasPrefix) }
        .map(withoutCount) + desk)
  }

  /// How many others it concerns is nothing that one person needs.
  private static func withoutCount(_ line: String) -> String {
    guard line.hasPrefix("・個人番号: "), let count = line.lastIndex(of: "（") else { return line }
    return String(line[..<count])
  }

  /// Canonical JSON (RFC 8785) and a final newline: `format`, `kind` (`first-report`, `final-report`),
  /// `title`, `items` and `notice`, each item with `number`, `title`, `lines` and `blank` (whether the
  /// employer has to fill something in), and `answer`, as ``IncidentAnswer/json()`` writes it; null where
  /// nobody's number is concerned.
  public func json() -> [UInt8] {
    CanonicalValue.object([
      "format": .string("mynumber-incident-draft-1"), "kind": .string(kind.rawValue),
      "title": .string(title), "incident": .integer(assessment.incident.opening.entry),
      "items": .array(items.map(Self.value)),
      "notice": .array(noticeItems.map { Self.value(Self.forPeople($0)) }),
      "answer": assessment.answer?.value ?? .null,
    ]).encoded() + [0x0A]
  }

  private static func value(_ item: Item) -> CanonicalValue {
    .object([
      "number": .integer(item.number), "title": .string(item.title),
      "lines": .array(item.lines.map(CanonicalValue.string)), "blank": .bool(item.hasBlank),
    ])
  }
}
