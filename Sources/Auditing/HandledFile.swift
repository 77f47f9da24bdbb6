public import People

/// A file with numbers outside the vault (特定個人情報ファイル), with the five items of the guideline.
///
/// Source: guideline for businesses (番号法ガイドライン), annex 1, C-c: kind and name, who answers for
/// it and which department handles it, purposes of use, deletion and disposal, who has access.
public struct HandledFile: Hashable, Sendable {
  /// What kind of file it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Papers, such as declarations (扶養控除等申告書).
    case paper
    /// What payroll or other software keeps.
    case software
    /// Copies of identity documents (本人確認書類の写し).
    case copies
    /// A removable medium.
    case medium
    case other

    /// Whether it is asked how it is kept under lock; of one that may be anything, too.
    public var needsLock: Bool { self != .software }
    /// Whether it is asked how it is kept from other eyes, as by a password; of one that may be
    /// anything, too.
    public var needsProtection: Bool { self == .software || self == .medium || self == .other }
  }

  /// The index of the entry, by which the file is named.
  public let entry: Int
  /// When it was registered.
  public let time: Timestamp
  /// The id of the user who registered it.
  public let user: String
  public let kind: Kind
  public let name: String
  /// Who answers for it (責任者): a post, no name.
  public let responsible: String
  /// Which department handles it (取扱部署).
  public let department: String
  /// Purpose ids.
  public let purposes: [String]
  /// Who has access (アクセス権を有する者): posts or departments.
  public let access: String
  /// Where it is kept.
  public let place: String
  /// How it is kept from theft and other eyes; nil where nobody said.
  public let protection: String?
  /// The country where it is kept, if that is not Japan (外的環境).
  public let country: String?
  /// What was found out of that country's regime of data protection; nil where nobody said.
  public let regime: String?
  /// The day by which it is to be destroyed; nil where none was set.
  public let disposeBy: CalendarDate?
  /// What became of it, or of parts of it, in the order of the log.
  public internal(set) var destructions: [HandlingDestruction] = []
  /// The later entry that says anew what this one said.
  public internal(set) var replacedBy: Int?

  /// Whether it is kept still, as far as the log knows.
  public var isKept: Bool { replacedBy == nil && !destructions.contains(where: \.isWhole) }

  /// Whether it should have been destroyed before a day.
  public func isOverdue(on day: CalendarDate) -> Bool {
    isKept && disposeBy.map { $0 < day } ?? false
  }
}

extension HandledFile {
  /// Reads an entry; nil for one that does not say what a registration must.
  init?(_ entry: Entry) {
    let content = entry.content
    guard let kind = content.text("kind").flatMap(Kind.init), let name = content.free("name"),
      let responsible = content.free("responsible"), let department = content.free("department"),
      let access = content.free("access"), let place = content.free("place"),
      let purposes = content.free("purposes")?.split(separator: ",").map(String.init),
      !purposes.isEmpty, let protection = content.ifAny("protection", content.free),
      let country = content.ifAny("country", content.free),
      let regime = content.ifAny("regime", content.free),
      let disposeBy = content.ifAny("dispose_by", content.date)
    else { return nil }
    (self.entry, time, user) = (entry.index, entry.time, content.actor)
    (self.kind, self.name, self.purposes) = (kind, name, purposes)
    (self.responsible, self.department) = (responsible, department)
    (self.access, self.place) = (access, place)
    (self.protection, self.country) = (protection, country)
    (self.regime, self.disposeBy) = (regime, disposeBy)
  }
}
