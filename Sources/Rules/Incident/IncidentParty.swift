/// Who has to report: both of them, unless the contractor told the employer in time.
public enum IncidentParty: String, Hashable, Sendable {
  case employer
  case contractor
}
