internal import JSON
internal import People

/// The register of the files that left the house (出力状況の記録), gathered from the entries of a log.
///
/// There is no digest of a file in it: that of one with numbers would be a digest of numbers.
public struct ExportBook: LogBook {
  /// The files in the order in which they were made.
  public private(set) var files: [ExportRecord] = []
  private var places: [String: Int] = [:]

  /// An empty register.
  public init() {}

  /// Whether an entry with these bytes may belong to the register.
  public static func concerns(_ bytes: Span<UInt8>) -> Bool {
    let actions: [StaticString] = [
      "\"export\"", "\"export-begin\"", "\"export-receipt\"", "\"export-dispose\"",
      "\"export-disposed\"", "\"export-withdrawn\"", "\"hand-over\"", "\"hand-over-returned\"",
      "\"hand-over-withdrawn\"", CarriedEntry.mark,
    ]
    return actions.contains { Entry.action(of: bytes, is: $0) }
  }

  /// Takes the next entry of a log; one of another kind changes nothing.
  public mutating func take(_ entry: Entry) {
    let told = CarriedEntry(entry)
    let content = told.content
    guard content.outcome == .done, let id = content.text("id") else { return }
    switch content.action {
    case "export-begin": add(id, told, at: entry.index, .begun)
    case "export", "hand-over": add(id, told, at: entry.index, .made)
    case "export-receipt":
      guard let number = content.text("number"), let on = content.date("on") else { return }
      change(id) { $0.acceptances.append(ExportRecord.Acceptance(number: number, on: on)) }
    case "export-dispose":
      change(id) { record in
        record.isBeingDestroyed = true
        if !record.isHandOver { record.state = .disposing }
      }
    case "export-disposed":
      let how = content.text("method").flatMap(ExportRecord.Disposal.init) ?? .gone
      change(id) { record in
        (record.isBeingDestroyed, record.isDestroyedHere) = (false, true)
        if !record.isHandOver { record.state = .disposed(told.time.japanDate, how) }
      }
    case "hand-over-returned":
      guard let on = content.date("on") else { return }
      change(id) { $0.state = .returned(on) }
    case "export-withdrawn", "hand-over-withdrawn": withdraw(id, by: content.actor)
    default: return
    }
  }

  /// Takes out a file that got no name after all: only who made it says so, and not once something
  /// became of it.
  private mutating func withdraw(_ id: String, by user: String) {
    guard let place = places[id], files[place].user == user, files[place].state == .made else {
      return
    }
    files.remove(at: place)
    places[id] = nil
    for (id, other) in places where other > place { places[id] = other - 1 }
  }

  /// Adds a file, or completes one that was begun.
  private mutating func add(
    _ id: String, _ told: CarriedEntry, at index: Int, _ state: ExportRecord.State
  ) {
    let content = told.content
    guard let file = content.text("file") else { return }
    // A hand-over is named as the user gave it, and stands in its folder.
    let isHandOver = content.action == "hand-over"
    let last = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { file.utf8.index(after: $0) }
    let name = isHandOver ? last.map { String(file[$0...]) } ?? file : file
    let forms = content.text("forms").map { $0.split(separator: ",").map(String.init) }
    let record = ExportRecord(
      id: id, entry: index, time: told.time, user: content.actor,
      forms: forms ?? (content.form.map { [$0] } ?? []), recipient: content.recipient,
      article: content.article, incomeYear: content.integer("year"),
      isHandOver: isHandOver,
      folder: content.text("folder"), name: name, inode: content.text("inode"),
      bytes: content.integer("bytes"),
      rows: content.count ?? 0,
      people: content.integer("people") ?? content.count ?? 0,
      numbers: content.integer("numbers") ?? (isHandOver ? content.count : nil),
      due: content.date("due") ?? content.date("return_by"),
      isReissue: content.detail["reissue"] == .bool(true), state: state)
    if let place = places[id] {
      files[place] = record
    } else {
      places[id] = files.count
      files.append(record)
    }
  }

  private mutating func change(_ id: String, _ body: (inout ExportRecord) -> Void) {
    if let place = places[id] { body(&files[place]) }
  }
}
