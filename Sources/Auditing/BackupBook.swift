internal import JSON
internal import People

/// The register of copies of the vault's files, gathered from the entries of a log.
public struct BackupBook: LogBook {
  /// The copies in the order in which they were made.
  public private(set) var copies: [BackupRecord] = []
  /// The entries of restores that could not read the register they gave up, ascending: copies made
  /// between the backup and those are not in this one.
  public private(set) var gaps: [Int] = []
  /// The member of a restore's `detail` that says so.
  public static let gap = "register_lost"

  /// An empty register.
  public init() {}

  /// Whether an entry with these bytes may belong to the register.
  public static func concerns(_ bytes: Span<UInt8>) -> Bool {
    let actions: [StaticString] = [
      "\"backup\"", "\"backup-keys\"", "\"backup-dispose\"", "\"backup-disposed\"", "\"restore\"",
      CarriedEntry.mark,
    ]
    return actions.contains { Entry.action(of: bytes, is: $0) }
  }

  /// Takes the next entry of a log; one of another kind changes nothing.
  public mutating func take(_ entry: Entry) {
    let told = CarriedEntry(entry)
    let content = told.content
    guard content.outcome == .done else { return }
    if content.action == "restore", content.detail[Self.gap] == .bool(true) {
      gaps.append(entry.index)
    }
    guard let id = content.text("id") else { return }
    switch content.action {
    case "backup": add(id, .records, told, at: entry.index)
    case "backup-keys": add(id, .keys, told, at: entry.index)
    case "backup-dispose": change(id) { $0.state = .disposing }
    case "backup-disposed":
      let how = content.text("method").flatMap(ExportRecord.Disposal.init) ?? .gone
      change(id) { $0.state = .disposed(told.time.japanDate, how) }
    default: return
    }
  }

  private mutating func add(
    _ id: String, _ kind: BackupRecord.Kind, _ told: CarriedEntry, at index: Int
  ) {
    let content = told.content
    guard let folder = content.text("folder"), let name = content.text("file"),
      let inode = content.text("inode"), let bytes = content.integer("bytes"),
      let size = content.integer("size")
    else { return }
    copies.append(
      BackupRecord(
        id: id, kind: kind, entry: index, time: told.time, user: content.actor,
        folder: folder, name: name, inode: inode, bytes: bytes, logSize: size,
        due: content.date("due"), state: .made))
  }

  private mutating func change(_ id: String, _ body: (inout BackupRecord) -> Void) {
    if let place = copies.lastIndex(where: { $0.id == id }) { body(&copies[place]) }
  }
}
