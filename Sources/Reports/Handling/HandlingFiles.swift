internal import Auditing
internal import People
internal import Rules

/// Reads every file with numbers from the log: the vault's own by purpose, those registered outside of
/// it, those made from it, and copies of it.
struct HandlingFiles {
  let facts: HandlingFacts
  let authority: Authority
  let policy: Policy
  let names: ReportNames
  let asOf: CalendarDate

  func lines() -> [HandlingFileLine] {
    vault + outside + facts.exports.files.filter { $0.isOutstanding && $0.numbers != 0 }.map(line)
      + facts.backups.copies.filter(\.isOutstanding).map(line) + facts.sourcesLeft.map(line)
  }

  // MARK: The vault

  /// A key pair a purpose: who cannot open it has no access.
  private var vault: [HandlingFileLine] {
    let keys = authority.keyNames.filter { !Role.compartments.contains($0) }
    return keys.map { key in
      let holders = holders(of: key)
      let grants = authority.grants.union(authority.recoveryGrants).filter { $0.key == key }
      return HandlingFileLine(
        kind: .word(id: "vault", Words("保管庫", "vault")), name: names.purpose(key),
        responsible: .list(administrators),
        department: .list(roles(of: holders).map(names.role)), purposes: [names.purpose(key)],
        disposal: disposal(of: key),
        access: holders.map { names.user($0.id) } + [names.user("recovery")],
        place: .text("vault.sqlite, keys.sqlite"),
        entries: EntryRanges(grants.compactMap { facts.trail.grants[$0]?.index }))
    }
  }

  private func holders(of key: String) -> [UserAccount] {
    authority.users.values
      .filter { $0.isActive(on: asOf) && authority.holds(user: $0.id, key: key) }
      .sorted { $0.addedIndex < $1.addedIndex }
  }

  private func roles(of users: [UserAccount]) -> [String] {
    var seen: Set<String> = []
    return users.flatMap(\.statement.roles).filter { seen.insert($0).inserted }
  }

  private var administrators: [ReportCell] {
    authority.users.values
      .filter { $0.isActive(on: asOf) && $0.statement.roles.contains("administrator") }
      .sorted { $0.addedIndex < $1.addedIndex }.map { names.user($0.id) }
  }

  private func disposal(of key: String) -> [ReportCell] {
    guard let purged = facts.purged[key] else { return [] }
    let last = purged.last.isoText
    return [
      .word(
        id: "purged \(purged.count), last \(last)",
        Words("廃棄 \(purged.count)件、直近 \(last)", "\(purged.count) destroyed, last \(last)"))
    ]
  }

  // MARK: Outside of the vault

  private var outside: [HandlingFileLine] { facts.handling.files.filter(\.isKept).map(line) }

  private func line(_ file: HandledFile) -> HandlingFileLine {
    HandlingFileLine(
      kind: file.kind.cell, name: .free(file.name), responsible: .free(file.responsible),
      department: .free(file.department), purposes: file.purposes.map(names.purpose),
      disposal: [Self.due(file.disposeBy, isOverdue: file.isOverdue(on: asOf))]
        .filter { !$0.isEmpty } + file.destructions.map(\.partCell), access: [.free(file.access)],
      place: .list(
        [.free(file.place), .free(file.protection), .free(file.country), .free(file.regime)].filter
        { !$0.isEmpty }),
      entries: EntryRanges([file.entry] + file.destructions.map(\.entry)))
  }

  // MARK: Files made from it, and copies of it

  private func line(_ file: ExportRecord) -> HandlingFileLine {
    let recipient = file.isHandOver ? [names.recipient(file.recipient)] : []
    return HandlingFileLine(
      kind: file.isHandOver
        ? .word(id: "hand-over", Words("委託先への引渡し", "hand-over"))
        : .word(id: "export", Words("作成した書類ファイル", "file made")),
      name: .free(file.name), responsible: names.user(file.user),
      department: .list(roles(of: file.user)), purposes: purposes(of: file.forms),
      disposal: [Self.due(file.due, isOverdue: file.isOverdue(on: asOf))],
      access: [names.user(file.user)] + recipient, place: .free(file.folder),
      entries: EntryRanges([file.entry]))
  }

  private func line(_ copy: BackupRecord) -> HandlingFileLine {
    HandlingFileLine(
      kind: copy.kind == .records
        ? .word(id: "backup", Words("バックアップ（番号は封印）", "backup, numbers sealed"))
        : .word(id: "backup-keys", Words("鍵のバックアップ（番号は封印）", "key backup, numbers sealed")),
      name: .free(copy.name), responsible: names.user(copy.user),
      department: .list(roles(of: copy.user)),
      purposes: [.word(id: "all", Words("保管庫の全ての利用目的", "all of the vault"))],
      disposal: [Self.due(copy.due, isOverdue: copy.isOverdue(on: asOf))],
      access: [names.user(copy.user)], place: .free(copy.folder),
      entries: EntryRanges([copy.entry]))
  }

  /// An imported file of which nothing says that it is gone: no other entry tells who keeps it.
  private func line(_ source: HandlingFacts.Source) -> HandlingFileLine {
    HandlingFileLine(
      kind: .word(id: "source", Words("取り込んだファイル", "imported file")), name: .free(source.name),
      responsible: names.user(source.user), department: .list(roles(of: source.user)),
      purposes: [],
      disposal: [.word(id: "interrupted", Words("消去の完了の記録なし", "destruction begun, not finished"))],
      access: [names.user(source.user)], place: .free(source.folder),
      entries: EntryRanges([source.begun]))
  }

  private func roles(of user: String) -> [ReportCell] {
    (authority.users[user]?.statement.roles ?? []).map(names.role)
  }

  private func purposes(of forms: [String]) -> [ReportCell] {
    var seen: Set<PurposeID> = []
    return forms.flatMap { policy.form(FormCopyID($0))?.purposes ?? [] }
      .filter { seen.insert($0).inserted }.map { names.purpose($0.rawValue) }
  }

  private static func due(_ day: CalendarDate?, isOverdue: Bool) -> ReportCell {
    guard let day = day?.isoText else { return .empty }
    return isOverdue
      ? .word(id: "overdue \(day)", Words("期限超過（\(day)）", "overdue since \(day)"))
      : .word(id: "due \(day)", Words("\(day)までに廃棄・返却", "due \(day)"))
  }
}

extension HandlingDestruction {
  /// A part of a file that is kept, and when it went.
  fileprivate var partCell: ReportCell {
    .list([.text(on.isoText), .free(what), means.cell])
  }
}

extension HandlingDestruction.Means {
  var cell: ReportCell {
    switch self {
    case .shredded: .word(id: rawValue, Words("細断", "shredded"))
    case .incinerated: .word(id: rawValue, Words("焼却", "incinerated"))
    case .dissolved: .word(id: rawValue, Words("溶解", "dissolved"))
    case .masked: .word(id: rawValue, Words("番号のマスキング", "numbers masked"))
    case .erased: .word(id: rawValue, Words("データの消去", "data erased"))
    case .broken: .word(id: rawValue, Words("物理的な破壊", "broken"))
    }
  }
}
