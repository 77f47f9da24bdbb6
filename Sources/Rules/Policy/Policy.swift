/// The law as data: purposes, form copies, bundles, roles, retention, verification, filing range.
///
/// A value of this type has been read whole and checked: every reference in it leads somewhere, and
/// what the law forbids is not in it.
public final class Policy: Sendable {
  /// The files it was read from.
  public let bundle: PolicyBundle
  /// SHA-256 of the bundle's canonical bytes, 32 bytes.
  public let digest: [UInt8]
  /// The digest in 64 lower-case hexadecimal digits.
  public let digestHex: String
  public let purposes: [Purpose]
  public let forms: [FormCopy]
  public let bundles: [PurposeBundle]
  public let roles: [Role]
  public let retention: RetentionSchedule
  /// Within how long files made with numbers are destroyed.
  public let exportedFiles: ExportedFileRule
  /// Whether a second user approves a purge first.
  public let purgeApproval: PurgeApprovalRule
  public let identity: IdentityRules
  public let collection: CollectionRules
  /// Uses without a basis in law, each with its reason.
  public let forbidden: [ForbiddenPurpose]
  public let filingRange: FilingRange
  /// Whom to tell of a number that changed or was wrong.
  public let numberChanges: NumberChangeRules
  /// Who may leave numbers out of declarations.
  public let ledger: LedgerRules
  /// What a report points at when the log is reviewed.
  public let review: ReviewRules
  /// What a contract of entrustment must say.
  public let entrustment: EntrustmentRules
  /// How files that other software wrote are read, by name.
  public let mappings: [ColumnMapping]
  /// What the sources leave open: printed, never decided in silence.
  public let questions: [OpenQuestion]

  /// Reads and checks a policy.
  ///
  /// - Throws: ``PolicyError`` with every mistake in it.
  public init(bundle: PolicyBundle) throws(PolicyError) {
    let reader = PolicyReader(bundle)
    reader.read()
    guard reader.mistakes.isEmpty, let ledger = reader.ledger, let review = reader.review else {
      throw PolicyError(mistakes: reader.mistakes.all)
    }
    do {
      digest = try bundle.digest()
    } catch {
      throw PolicyError(mistakes: [.whole("policy", "the digest cannot be computed")])
    }
    self.bundle = bundle
    digestHex = Self.hex(digest)
    purposes = reader.purposes.values
    forms = reader.forms.values
    bundles = reader.bundles
    roles = reader.roles.values
    retention = reader.retentionSchedule
    exportedFiles = reader.exportedFiles
    purgeApproval = reader.purgeApproval
    identity = reader.identityRules
    collection = reader.collectionRules
    forbidden = reader.forbidden.values
    filingRange = reader.filingRange
    numberChanges = reader.numberChanges
    self.ledger = ledger
    self.review = review
    entrustment = reader.entrustmentRules
    mappings = reader.mappings
    questions = reader.questions.values
  }

  public func purpose(_ id: PurposeID) -> Purpose? { purposes.first { $0.id == id } }

  /// Why a purpose of such an id or name cannot be declared; nil when nothing forbids it.
  public func forbiddenPurpose(named text: String) -> ForbiddenPurpose? {
    forbidden.first { $0.isNamed(in: text) }
  }

  public func form(_ id: FormCopyID) -> FormCopy? { forms.first { $0.id == id } }

  public func role(_ id: RoleID) -> Role? { roles.first { $0.id == id } }

  public func mapping(_ id: String) -> ColumnMapping? { mappings.first { $0.id == id } }

  /// A file kept beside the rules, such as `layouts/…`; nil when there is none.
  public func file(_ name: String) -> [UInt8]? { bundle.bytes(of: name) }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
