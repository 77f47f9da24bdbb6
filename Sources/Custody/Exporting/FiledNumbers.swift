internal import Auditing
internal import JSON
public import People
public import Rules

/// Which version of whose number stands on the slips that were filed, as the log tells.
///
/// It knows versions, never a number: the gate decides whether one may be opened again.
public struct FiledNumbers {
  /// The file in which somebody's slip stands last; nil once it is voided.
  private var last: [String: String?] = [:]
  /// Of each file the versions by person, 0 for a blank.
  private var versions: [String: [PersonCode: Int]] = [:]

  /// Reads the log for the slips of one form and income year.
  ///
  /// - Throws: `.integrity` if the log is not the one that was checked when the vault was opened.
  public init(_ vault: Vault, form: FormCopyID, incomeYear: Int) throws(CustodyError) {
    try vault.forEachEntry { (bytes) throws(CustodyError) in
      let actions: [StaticString] = ["\"event\"", "\"event-undo\"", "\"filed\""]
      guard actions.contains(where: { Entry.action(of: bytes, is: $0) }) else { return }
      do throws(AuditingError) {
        take(try Entry(parsing: bytes).content, form, incomeYear)
      } catch {
        throw CustodyError(error)
      }
    }
  }

  private mutating func take(_ content: EntryContent, _ form: FormCopyID, _ year: Int) {
    let detail = Detail(content.detail)
    guard content.outcome == .done, let text = content.person, detail.count("year") == year,
      content.form ?? detail.text("form") == form.rawValue
    else { return }
    let isTakenBack =
      content.action == "event-undo" && detail.text("event") == LifeEventKind.slipFiled.english
    if isTakenBack || detail.flag("voided") {
      last[text] = .some(nil)
    } else if let export = detail.text("export"), let version = detail.count("number_version"),
      let code = try? PersonCode(text)
    {
      last[text] = export
      versions[export, default: [:]][code] = version
    }
  }

  /// The versions on the slip last filed of an employee; nil where none stands.
  public func slip(of employee: PersonCode) -> [PersonCode: Int]? {
    guard let found = last[employee.text], let export = found else { return nil }
    return versions[export]
  }
}
