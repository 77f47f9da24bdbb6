internal import People
internal import Rules

/// What the register noted for a file, so that it can be taken back if the file gets no name.
public struct ExportRegistration: Hashable, Sendable {
  /// What follows from the file for a person.
  struct Filing: Hashable, Sendable {
    let code: PersonCode
    let events: [LifeEvent]
  }

  /// The register's id, 32 hex digits.
  public let id: String
  let form: FormCopyID
  let year: Int?
  let filings: [Filing]
}
