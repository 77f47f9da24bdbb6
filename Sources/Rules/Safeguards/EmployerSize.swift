public import People

/// How big the employer says it is: whether it counts as small (中小規模事業者).
///
/// Source: guideline for businesses (番号法ガイドライン), annex 1, 2: not more than 100 employees
/// (労働基準法20条, but for those of its Article 21), and none of the four exclusions. The count is that
/// of the end of the business year, and is looked at every year.
public struct EmployerSize: Hashable, Sendable {
  /// Who is not small, however few the employees.
  public enum Exclusion: String, CaseIterable, Hashable, Sendable {
    /// 個人番号利用事務実施者.
    case numberUser = "number-user"
    /// Does affairs with numbers as a business, by entrustment (税理士, 社会保険労務士).
    case entrusted
    /// 金融分野の事業者.
    case financial
    /// Holds personal data of more than 5,000 people on some day of the last six months.
    case largeDatabase = "large-database"
  }

  /// Whether the easier methods are open to it.
  public enum Standing: String, CaseIterable, Hashable, Sendable {
    case small
    case tooMany = "too-many"
    case excluded
    /// The count is more than a year old.
    case outdated
    case notStated = "not-stated"
  }

  /// With how many employees a business is still small.
  public static let limit = 100
  /// After so many months the count is made anew.
  static let months = 12

  public let employees: Int
  /// The day of the count.
  public let on: CalendarDate
  public let exclusions: CaseSet<Exclusion>

  public init(employees: Int, on: CalendarDate, exclusions: CaseSet<Exclusion> = []) {
    (self.employees, self.on, self.exclusions) = (employees, on, exclusions)
  }

  /// Where the employer stands on a day; whatever is in doubt does not make it small.
  public func standing(on day: CalendarDate) -> Standing {
    if !exclusions.isEmpty { return .excluded }
    if employees > Self.limit { return .tooMany }
    return on.adding(months: Self.months) < day ? .outdated : .small
  }
}
