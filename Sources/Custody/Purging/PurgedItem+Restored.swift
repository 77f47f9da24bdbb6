internal import JSON
internal import People
internal import Sealing

extension PurgedItem {
  /// One that had been destroyed already when a backup of before that was restored.
  ///
  /// Day and documents are those of the log that is given up, since by them the destruction was lawful
  /// (番号法20条); where that log cannot be read, the day of the restore stands for a day before it.
  ///
  /// - Parameters:
  ///   - entry: The index of the entry that declares the restore.
  ///   - known: What the log that is given up says; nil if nothing.
  ///   - rows: What of it was still there in the backup.
  static func restored(
    _ purpose: String, _ version: Int, at entry: Int, on today: CalendarDate,
    _ known: GivenUpDisposals.Disposal?, _ rows: [ErasedRow]
  ) -> PurgedItem {
    var members =
      known?.item.members ?? [
        "disposal": .string(today.isoText), "presumed": .bool(false), "documents": .array([]),
      ]
    members["purpose"] = .string(purpose)
    members["version"] = .integer(version)
    members["cause"] = .string("restored")
    members["decision"] = .integer(entry)
    members["destroyed"] = .array(rows.map(Self.row))
    members["destroyed_on"] = known.map { .string($0.on.isoText) } ?? .null
    return PurgedItem(members: members)
  }

  /// The purpose for which it was destroyed.
  var purpose: String? {
    guard case .string(let purpose)? = members["purpose"] else { return nil }
    return purpose
  }

  /// The version of the number.
  var version: Int? {
    guard case .integer(let version)? = members["version"] else { return nil }
    return version
  }

  /// The day on which it was destroyed, where that was before its entry.
  var destroyedOn: CalendarDate? {
    guard case .string(let text)? = members["destroyed_on"] else { return nil }
    return CalendarDate(parsing: text)
  }
}
