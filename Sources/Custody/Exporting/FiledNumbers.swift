internal import Auditing
internal import JSON
public import People
public import Rules

/// Which version of whose number stands on the slips that were filed, as the log tells.
///
/// It knows versions, never a number: the gate decides whether one may be opened again.
public struct FiledNumbers {
  /// A slip that was filed, or voided.
  private struct Filing {
    /// The file in which it stands; nil for one voided by hand.
    let export: String?
    let isVoided: Bool
  }

  /// What was filed of somebody, oldest first.
  private var filings: [String: [Filing]] = [:]
  /// Of each file the versions by person, 0 for a blank.
  private var versions: [String: [PersonCode: Int]] = [:]

  /// Reads the log for the slips of one form and income year.
  ///
  /// - Throws: `.integrity` if the log is not the one that was checked when the vault was opened.
  public init(_ vault: Vault, form: FormCopyID, incomeYear: Int) throws(CustodyError) {
    try vault.forEachEntry { (bytes) throws(CustodyError) in
      let actions: [StaticString] = [
        "\"event\"", "\"event-undo\"", "\"filed\"", "\"export-withdrawn\"",
      ]
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
    if content.action == "export-withdrawn", content.outcome == .done, let id = detail.text("id") {
      return withdraw(id)
    }
    guard content.outcome == .done, let text = content.person, detail.count("year") == year,
      content.form ?? detail.text("form") == form.rawValue
    else { return }
    let isTakenBack =
      content.action == "event-undo" && detail.text("event") == LifeEventKind.slipFiled.english
    let export = detail.text("export")
    // What an export that got no name had filed goes with all of it.
    if isTakenBack, export != nil { return }
    if isTakenBack || detail.flag("voided") {
      filings[text, default: []].append(Filing(export: export, isVoided: true))
    } else if let export, let version = detail.count("number_version"),
      let code = try? PersonCode(text)
    {
      filings[text, default: []].append(Filing(export: export, isVoided: false))
      versions[export, default: [:]][code] = version
    }
  }

  private mutating func withdraw(_ id: String) {
    versions[id] = nil
    for person in filings.keys { filings[person]?.removeAll { $0.export == id } }
  }

  /// The file with the slip last filed of an employee, and the versions in it; nil where no slip
  /// stands.
  public func slip(
    of employee: PersonCode
  ) -> (export: String, versions: [PersonCode: Int])? {
    guard let last = filings[employee.text]?.last, !last.isVoided, let export = last.export,
      let versions = versions[export]
    else { return nil }
    return (export, versions)
  }
}
