import MyNumberKit

/// What `doctor` finds around the vault: the clock, swap, copies of the keys, files left over.
struct SurroundingFindings {
  private(set) var rows: [(item: String, value: String)] = []

  init(
    _ vault: Vault, _ folders: [String], _ own: Set<String>, _ context: CommandContext
  ) throws {
    if let delay = vault.clockDelay { rows.append(("clock-behind", "\(delay) s")) }
    for area in SwapAreas().unencrypted { rows.append(("swap-unencrypted", area)) }
    for copy in try OutstandingKeyBackups(vault).copies {
      let isOverdue = copy.isOverdue(on: context.today)
      let due = copy.due.map { " (\($0.isoText))" } ?? ""
      rows.append((isOverdue ? "key-backup-overdue" : "key-backup", copy.path + due))
    }
    for folder in folders { try look(through: folder, own, context) }
  }

  private mutating func look(
    through folder: String, _ own: Set<String>, _ context: CommandContext
  ) throws {
    let path = context.path(folder)
    guard InputFile.isFolder(path) else { throw Failure(ExitStatus.noInput, .noSuchFolder(folder)) }
    let scan = PlaintextScan(path, excluding: own)
    rows.append(("files-looked-at", "\(folder): \(scan.files)"))
    for finding in scan.findings {
      rows.append(("possible-number", finding.path))
      if finding.isOpenToOthers { rows.append(("open-to-others", finding.path)) }
    }
    for path in scan.unread { rows.append(("not-looked-at", path)) }
  }
}
