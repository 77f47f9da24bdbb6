import MyNumberKit

/// The documents that the options name, each with its dates.
struct ShownDocuments {
  private(set) var documents: [ShownDocument] = []
  private let rules: IdentityRules
  private let date: CalendarDate

  /// - Throws: a usage error for a document that the policy does not know and for a date that
  ///   belongs to none, or to several.
  init(
    _ options: ShownOptions, _ provider: IdentityProvider, _ rules: IdentityRules,
    on date: CalendarDate
  ) throws {
    self.rules = rules
    self.date = date
    for name in options.powerDocuments + options.numberDocuments { try add(name, of: .person) }
    for name in options.identityDocuments {
      try add(name, of: provider.isAgent ? .agent : .person)
    }
    for name in options.copies { try setCopy(name) }
    for text in options.expiries { try set(text, .expiry, "--expiry") }
    for text in options.issues { try set(text, .issue, "--issued") }
  }

  /// The same document for two ends is one document.
  private mutating func add(_ name: String, of owner: ShownDocument.Owner) throws {
    let id = try known(name).id
    let document = ShownDocument(name, of: owner)
    let isThere = documents.contains { $0.owner == owner && self.id(of: $0) == id }
    if !isThere { documents.append(document) }
  }

  private func known(_ name: String) throws -> IdentityDocument {
    guard let document = rules.document(named: name, on: date) else {
      throw Failure.usage(.unknownWord(name), hints: [.documents(rules, on: date)])
    }
    return document
  }

  private func id(of document: ShownDocument) -> String? {
    rules.document(named: document.kind, on: date)?.id
  }

  private mutating func setCopy(_ name: String) throws {
    for place in try places(named: name) { documents[place].form = .copy }
  }

  /// `DOCUMENT=DATE`, or the date of the only document to which one belongs.
  private mutating func set(
    _ text: String, _ kind: DocumentDay.Kind, _ option: String
  ) throws {
    guard let day = DocumentDay(kind, parsing: text) else { throw Failure.usage(.notADate(option)) }
    if let name = day.document { _ = try places(named: name) }
    guard rules.set(day, in: &documents, shownOn: date) else {
      throw Failure.usage(.dateOfWhich(option))
    }
  }

  private func places(named name: String) throws -> [Int] {
    let id = try known(name).id
    let places = documents.indices.filter { self.id(of: documents[$0]) == id }
    guard !places.isEmpty else { throw Failure.usage(.documentNotShown(name)) }
    return places
  }
}
