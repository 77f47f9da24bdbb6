import MyNumberKit

extension Message {
  static let oneSource = Message(
    "give one of --user, --file, --backup, --export and --registered, or a period (--from, --to)",
    "--user, --file, --backup, --export, --registered のいずれか一つ、または期間（--from, --to）を指定してください")
  static let periodOfReads = Message(
    "--from and --to go with --user or alone", "--from と --to は --user とともに、または単独で指定してください")

  static func noIncident(_ incident: Int) -> Message {
    Message("entry \(incident) opens no incident", "記録\(incident)は漏えい等の記録ではありません")
  }

  static func notRegistered(_ name: String) -> Message {
    Message("no file is registered as \(name)", "\(name) は登録されていません")
  }

  static func severalRegistered(_ name: String) -> Message {
    Message("more than one begins with \(name)", "\(name) で始まるものが複数あります")
  }

  static func severalUsers(_ ids: [String]) -> Message {
    let list = ids.joined(separator: ", ")
    return Message(
      "several users have had that name; give one of their ids: \(list)",
      "その名前の利用者は複数います。IDで指定してください: \(list)")
  }

  static func incidentOpened(_ incident: Int) -> Message {
    Message(
      "incident \(incident) is opened: 'mynumber incident assess \(incident)' finds the people",
      "事案\(incident)を記録しました。対象者は 'mynumber incident assess \(incident)' で調べます")
  }

  static func incidentFact(_ incident: Int) -> Message {
    Message(
      "noted of incident \(incident): 'mynumber incident assess \(incident)' goes by it",
      "事案\(incident)について記録しました。'mynumber incident assess \(incident)' に反映されます")
  }

  static func incidentReported(_ incident: Int) -> Message {
    Message("recorded of incident \(incident)", "事案\(incident)について記録しました")
  }

  static func draftHasBlanks(_ items: Int) -> Message {
    Message(
      "\(English.count(items, "item", "items")) of 9 have blanks that only the employer can fill in",
      "9項目のうち\(items)項目に、事業者が記入する欄があります")
  }
}
