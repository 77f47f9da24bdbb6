internal import People
internal import Rules

/// The declarations of one import, made once for all who are told the same purposes.
struct KnownTellings {
  /// What some people are told.
  struct Telling {
    let purposes: [PurposeID]
    let declaration: Declaration
    /// The purposes, joined with `,`.
    let text: String
  }

  let id: DeclarationID
  let date: CalendarDate
  let method: String
  let noticeDigest: [UInt8]?
  /// The user who records it.
  let by: String
  private var known: [Telling] = []
  private static let limit = 16

  init(
    id: DeclarationID, date: CalendarDate, method: String, noticeDigest: [UInt8]?, by: String
  ) {
    self.id = id
    self.date = date
    self.method = method
    self.noticeDigest = noticeDigest
    self.by = by
  }

  mutating func telling(_ purposes: [PurposeID]) -> Telling {
    if let place = known.firstIndex(where: { $0.purposes == purposes }) { return known[place] }
    let names = purposes.map(\.rawValue)
    let telling = Telling(
      purposes: purposes,
      declaration: Declaration(
        id: id, purposes: names, date: date, method: method, noticeDigest: noticeDigest, by: by),
      text: names.joined(separator: ","))
    if known.count < Self.limit { known.append(telling) }
    return telling
  }
}
