public import People
internal import Text

/// A last day or a day of issue that is said of a document (書類=日付).
public struct DocumentDay: Hashable, Sendable {
  /// What it is the day of.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case expiry
    case issue

    /// Whether a document has such a day that matters.
    func isOf(_ document: IdentityDocument) -> Bool {
      switch self {
      case .expiry: document.expires
      case .issue: document.asksIssue
      }
    }
  }

  public var kind: Kind
  /// The document's id or one of its names; nil for the only one that has such a day.
  public var document: String?
  public var date: CalendarDate

  public init(_ kind: Kind, of document: String? = nil, _ date: CalendarDate) {
    self.kind = kind
    self.document = document
    self.date = date
  }

  /// Reads `DOCUMENT=DATE` or `DATE`; nil for what is neither.
  public init?(_ kind: Kind, parsing text: String) {
    let parts = text.split(maxSplits: 1) { $0 == "=" || $0 == "＝" }
    guard let last = parts.last,
      let date = CalendarDate(parsing: Folding.halfWidth(String(last)))
    else { return nil }
    self.init(kind, of: parts.count == 2 ? String(parts[0]) : nil, date)
  }
}

extension IdentityRules {
  /// Sets a day of the documents that it is said of.
  ///
  /// - Parameter date: The day on which they were shown.
  /// - Returns: False if it belongs to none, or without a name to several kinds: the same paper for
  ///   two ends has one day.
  public func set(
    _ day: DocumentDay, in documents: inout [ShownDocument], shownOn date: CalendarDate
  ) -> Bool {
    let wanted = day.document.map { document(named: $0, on: date)?.id }
    let places = documents.indices.filter { place in
      guard let known = document(named: documents[place].kind, on: date) else { return false }
      return wanted.map { $0 == known.id } ?? day.kind.isOf(known)
    }
    let kinds = Set(places.map { self.document(named: documents[$0].kind, on: date)?.id })
    guard kinds.count == 1 else { return false }
    for place in places {
      switch day.kind {
      case .expiry: documents[place].expiresOn = day.date
      case .issue: documents[place].issuedOn = day.date
      }
    }
    return true
  }
}
