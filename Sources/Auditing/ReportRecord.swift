public import JSON
public import People
internal import Secrets

/// What the entry of an access report states, from which and the log the report can be made again.
///
/// A report covers the log up to its own entry. What it takes from the vault's records, which a log
/// does not have, stands in it as one part, and the entry holds that part's digest: whoever signed
/// the entry vouches for it. The part counts people and holds no number.
public struct ReportRecord: Hashable, Sendable {
  /// The action of the entry.
  public static let action = "audit-report"

  /// A checkpoint whose cosignature by a witness was checked.
  public struct Witnessed: Hashable, Sendable {
    /// How many entries it covers.
    public let size: Int
    /// The witness's name.
    public let witness: String
    /// When the witness cosigned it, by the witness's clock.
    public let time: Timestamp

    /// Describes a checkpoint.
    public init(size: Int, witness: String, time: Timestamp) {
      self.size = size
      self.witness = witness
      self.time = time
    }
  }

  /// The day on which rights, dormancy and retention were looked at.
  public let asOf: CalendarDate
  /// The first day shown.
  public let from: CalendarDate?
  /// The last day shown.
  public let to: CalendarDate?
  /// The one person whose entries are shown.
  public let person: PersonCode?
  /// The id of the one user whose entries are shown.
  public let user: String?
  /// The id of the one purpose of use whose entries are shown.
  public let purpose: String?
  /// The form: `text`, `json`, `csv` or `html`.
  public let form: String
  /// The language of what people read: `ja` or `en`.
  public let language: String
  /// SHA-256 of the part made of the vault's records, as it stands in the report.
  public let records: [UInt8]
  /// How many entries the newest checkpoint from outside covers that the log was held against.
  public let outside: Int?
  /// The checkpoint that a witness cosigned.
  public let witnessed: Witnessed?
  /// After how many days without a sign-in a user counted as dormant.
  public let dormantAfterDays: Int
  /// The name and version of the program that laid the report out; another may lay it out otherwise.
  public let program: String?

  /// Describes a report that is about to be made.
  public init(
    asOf: CalendarDate, from: CalendarDate?, to: CalendarDate?, person: PersonCode?,
    user: String?, purpose: String?, form: String, language: String, records: [UInt8],
    outside: Int?, witnessed: Witnessed?, dormantAfterDays: Int, program: String?
  ) {
    self.asOf = asOf
    self.from = from
    self.to = to
    self.person = person
    self.user = user
    self.purpose = purpose
    self.form = form
    self.language = language
    self.records = records
    self.outside = outside
    self.witnessed = witnessed
    self.dormantAfterDays = dormantAfterDays
    self.program = program
  }

  /// The digest of the part that is made of the vault's records.
  public static func digest(of part: [UInt8]) throws(AuditingError) -> [UInt8] {
    do throws(SecretsError) {
      return try SHA256.hash(part.span)
    } catch {
      throw AuditingError(.cryptography(error))
    }
  }

  /// Reads the entry of a report; nil for any other, and for one that lacks a part.
  public init?(_ entry: Entry) {
    let content = entry.content
    guard content.action == Self.action, content.outcome == .done,
      content.count == entry.index + 1, let asOf = content.date("as_of"),
      let form = content.text("form"), let language = content.text("language"),
      let records = content.text("records").flatMap({ Hex.decode($0) }),
      let dormant = content.integer("dormant_after_days"),
      content.integer("outside") ?? 0 <= entry.index,
      Self.witnessed(content)?.size ?? 0 <= entry.index
    else { return nil }
    self.init(
      asOf: asOf, from: content.date("from"), to: content.date("to"),
      person: content.person.flatMap { try? PersonCode($0) }, user: content.text("user"),
      purpose: content.text("purpose"), form: form, language: language, records: records,
      outside: content.integer("outside"), witnessed: Self.witnessed(content),
      dormantAfterDays: dormant, program: content.text("program"))
  }

  /// The `detail` of its entry.
  ///
  /// - Throws: `.freeTextTooLong` and its like for a user or witness that may not stand in the log.
  public func detail() throws(AuditingError) -> [String: CanonicalValue] {
    var detail: [String: CanonicalValue] = [
      "as_of": .string(asOf.isoText), "form": .string(form), "language": .string(language),
      "records": .string(Hex.encode(records)), "dormant_after_days": .integer(dormantAfterDays),
    ]
    detail["from"] = (from?.isoText).map(CanonicalValue.string)
    detail["to"] = (to?.isoText).map(CanonicalValue.string)
    if let user { detail["user"] = .string(try FreeText(user).text) }
    if let purpose { detail["purpose"] = .string(try FreeText(purpose).text) }
    if let program { detail["program"] = .string(try FreeText(program).text) }
    detail["outside"] = outside.map(CanonicalValue.integer)
    guard let witnessed else { return detail }
    detail["witnessed"] = .object([
      "size": .integer(witnessed.size), "time": .string(witnessed.time.iso),
      "witness": .string(try FreeText(witnessed.witness).text),
    ])
    return detail
  }

  private static func witnessed(_ content: EntryContent) -> Witnessed? {
    guard case .object(let members)? = content.detail["witnessed"],
      case .integer(let size)? = members["size"], case .string(let name)? = members["witness"],
      case .string(let time)? = members["time"], let time = Timestamp(iso: time)
    else { return nil }
    return Witnessed(size: size, witness: name, time: time)
  }
}
