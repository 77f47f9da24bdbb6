internal import People
internal import Wording

/// Reads the files of a policy, gathering every mistake.
///
/// The order matters: what a file refers to is read before it.
final class PolicyReader {
  let bundle: PolicyBundle
  let mistakes = Mistakes()
  var purposes = Located<Purpose>()
  var forms = Located<FormCopy>()
  var bundles: [PurposeBundle] = []
  var roles = Located<Role>()
  var questions = Located<OpenQuestion>()
  var documents = Located<DocumentRule>()
  var overdue = OverdueRule.disposalDay
  var lastPayMonths = 2
  var purgeApproval = PurgeApprovalRule.notNeeded
  var exportedFiles = ExportedFileRule(days: 1, citations: [])
  var identity = IdentityParts()
  var forbidden = Located<ForbiddenPurpose>()
  var people = Located<CollectionRule>()
  var thresholds = Located<PaymentThreshold>()
  var clauses = Located<ClauseRule>()
  var secondEntry = SecondEntryRule.none
  var filings: [FilingCopy] = []
  var electronicRules: [ElectronicRule] = []
  var filingQuestions: [YearQuestion] = []
  var mappings: [ColumnMapping] = []
  var changes = Located<NumberChangeRule>()
  var changeQuestions: [OpenQuestion] = []
  var obstacles = Located<LedgerReason>()
  /// Nil only where there is a mistake.
  var ledger: LedgerRules?
  var seasons = Located<ReviewRules.Season>()
  /// Nil only where there is a mistake.
  var review: ReviewRules?

  static let files = [
    "purposes.yaml", "forms.yaml", "bundles.yaml", "roles.yaml", "retention.yaml", "identity.yaml",
    "collection.yaml", "filing-range.yaml", "number-changes.yaml", "ledger.yaml",
    "entrustment.yaml", "review.yaml",
  ]

  init(_ bundle: PolicyBundle) { self.bundle = bundle }

  func read() {
    for file in bundle.files where !Self.files.contains(file.name) {
      if file.name.hasPrefix("layouts/") || file.name.hasPrefix(Self.mappingFolder) { continue }
      mistakes.add(file.name, "a policy has no file of this name")
    }
    each("purposes.yaml", ["purposes", "forbidden"]) { readPurposes($0) }
    each("forms.yaml", ["forms"]) { readForms($0) }
    each("bundles.yaml", ["bundles"]) { readBundles($0) }
    each("roles.yaml", ["roles"]) { readRoles($0) }
    each("retention.yaml", Self.retentionKeys) { readRetention($0) }
    each("identity.yaml", Self.identityKeys) { readIdentity($0) }
    each("collection.yaml", Self.collectionKeys) { readCollection($0) }
    each("filing-range.yaml", Self.filingRangeKeys) { readFilingRange($0) }
    each("number-changes.yaml", ["changes", "questions"]) { readNumberChanges($0) }
    each("ledger.yaml", Self.ledgerKeys) { readLedger($0) }
    each("entrustment.yaml", ["clauses", "questions"]) { readEntrustment($0) }
    each("review.yaml", Self.reviewKeys) { readReview($0) }
    readMappings()
    checkCompleteness()
  }

  private func each(_ file: String, _ keys: Set<String>, _ body: (PolicyTable) -> Void) {
    guard let bytes = bundle.bytes(of: file) else {
      mistakes.add(file, "the file is missing")
      return
    }
    guard let root = PolicyYAML.root(of: bytes, file: file, mistakes: mistakes) else { return }
    if let table = root.table(keys) { body(table) }
  }

  /// What no single file can show: a purpose without a form or without a retention.
  private func checkCompleteness() {
    for purpose in purposes.values {
      guard let node = purposes.node(of: purpose.id) else { continue }
      if !forms.values.contains(where: { $0.purposes.contains(purpose.id) && !$0.carries.isEmpty })
      {
        node.fail("no form copy carries a number for \(purpose.id)")
      }
      if let kind = kindWithoutDocument(of: purpose.id) {
        node.fail(
          "no retention rule says how long numbers of \(kind.english) for \(purpose.id) are kept")
      }
    }
  }

  /// A kind of person without a document that every such person has.
  private func kindWithoutDocument(of purpose: PurposeID) -> PersonKind? {
    let own = documents.values.filter { $0.purpose == purpose && $0.holds.isEmpty }
    return PersonKind.allCases.first { kind in !own.contains { $0.isOf(kind) } }
  }

  /// The purposes named in a list; a name that leads nowhere is a mistake.
  func purposeIDs(_ node: PolicyNode?) -> [PurposeID] {
    var found: [PurposeID] = []
    for item in node?.list() ?? [] {
      guard let text = item.text() else { continue }
      let id = PurposeID(text)
      if !purposes.contains(id) {
        item.fail("there is no purpose \(text.debugDescription)")
      } else if found.contains(id) {
        item.fail("the purpose stands twice")
      } else {
        found.append(id)
      }
    }
    return found
  }

  /// The key `questions`, where a file has one.
  @discardableResult
  func readQuestions(_ table: PolicyTable) -> [OpenQuestion] {
    (table["questions"]?.list() ?? []).compactMap { item in
      item.table(Self.questionKeys).flatMap { readQuestion($0, at: item) }
    }
  }

  static let questionKeys: Set = ["id", "ja", "en", "cites"]

  func readQuestion(_ row: PolicyTable, at item: PolicyNode) -> OpenQuestion? {
    let citations = row.citations("cites")
    guard let id = row.required("id")?.id(), let ja = row.required("ja")?.text(),
      let en = row.required("en")?.text()
    else { return nil }
    let question = OpenQuestion(id: id, ja: ja, en: en, citations: citations)
    questions.add(question, at: item)
    return question
  }
}
