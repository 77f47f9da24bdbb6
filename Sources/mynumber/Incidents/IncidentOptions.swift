import ArgumentParser
import MyNumberKit

/// Which incident, and from what the people are found.
struct IncidentOptions: ParsableArguments {
  @Argument(
    help: .both(
      "The incident: the number that 'incident open' printed.", "事案: 'incident open' の示した番号。"))
  var incident: Int

  @Option(
    help: .both("What this user read and took out.", "この利用者が利用・出力したもの。", valueName: "user"))
  var user: String?

  @Option(
    help: .both(
      "The vault's file that was taken: records (vault.sqlite), keys (keys.sqlite) or both.",
      "持ち出された保管庫のファイル: records（vault.sqlite）, keys（keys.sqlite）, both。", valueName: "file"))
  var file: StolenFile?

  @Option(
    help: .both(
      "The copy that was taken: a path or the id of 'backup list'.",
      "持ち出されたバックアップ: パス、または 'backup list' のID。", valueName: "copy"))
  var backup: String?

  @Option(
    help: .both(
      "The file that is lost: a path or the id of 'export list'.",
      "失われたファイル: パス、または 'export list' のID。", valueName: "file"))
  var export: String?

  @Option(
    help: .both(
      "The file outside the vault that is lost, or what was carried or posted: the entry of 'ledger file add' or "
        + "'handling record'.",
      "失われた保管庫の外のファイル、または持ち出し・送付したもの: 'ledger file add' か 'handling record' の記録番号。",
      valueName: "entry"))
  var registered: Int?

  @Option(help: .both("The first day of what was read.", "利用の期間の初日。", valueName: "date"))
  var from: CalendarDate?

  @Option(help: .both("The last day of it.", "期間の末日。", valueName: "date"))
  var to: CalendarDate?

  func validate() throws {
    let named = [user, file?.rawValue, backup, export, registered.map(String.init)]
      .compactMap(\.self)
    guard named.count <= 1 else { throw ValidationError(.oneSource) }
    let isRead = file == nil && backup == nil && export == nil && registered == nil
    guard isRead || (from == nil && to == nil) else { throw ValidationError(.periodOfReads) }
    guard user != nil || !isRead || from != nil || to != nil else {
      throw ValidationError(.oneSource)
    }
  }
}
