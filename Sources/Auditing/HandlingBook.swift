internal import JSON
internal import People
public import Rules

/// What the log says of numbers outside the vault and of the people who handle them: registered
/// files, what was carried, posted, received and destroyed, training and pledges, the employer's size.
///
/// No text of it could hold a number: an entry with one that could is not taken.
public struct HandlingBook: LogBook {
  /// The actions of the entries.
  public static let file = "ledger-file"
  public static let move = "handling-move"
  public static let comeBack = "handling-return"
  public static let destroy = "handling-destroy"
  public static let certify = "handling-certificate"
  public static let training = "handling-training"
  public static let pledge = "handling-pledge"
  public static let size = "handling-size"

  /// The registered files in the order of the log.
  public private(set) var files: [HandledFile] = []
  public private(set) var moves: [HandlingMove] = []
  public private(set) var destructions: [HandlingDestruction] = []
  public private(set) var staff: [StaffRecord] = []
  /// The newest statement of how big the employer is, and its entry.
  public private(set) var size: (entry: Int, stated: EmployerSize)?
  /// The entries of these kinds that do not say what they must.
  public private(set) var unread: [Int] = []

  /// An empty book.
  public init() {}

  /// Whether an entry with these bytes may belong to the book.
  public static func concerns(_ bytes: Span<UInt8>) -> Bool {
    let actions: [StaticString] = [
      "\"ledger-file\"", "\"handling-move\"", "\"handling-return\"", "\"handling-destroy\"",
      "\"handling-certificate\"",
      "\"handling-training\"", "\"handling-pledge\"", "\"handling-size\"",
    ]
    return actions.contains { Entry.action(of: bytes, is: $0) }
  }

  /// Takes the next entry of a log; one of another kind changes nothing.
  public mutating func take(_ entry: Entry) {
    guard entry.content.outcome == .done else { return }
    if !read(entry) { unread.append(entry.index) }
  }

  /// A file that is kept.
  public func file(_ entry: Int) -> HandledFile? { files.first { $0.entry == entry && $0.isKept } }
  /// A contractor's destruction whose certificate has not come.
  public func uncertified(_ entry: Int) -> HandlingDestruction? {
    destructions.first { $0.entry == entry && $0.lacksCertificate }
  }
  /// What was carried out and is not back.
  public func openMove(_ entry: Int) -> HandlingMove? {
    moves.first { $0.entry == entry && $0.isOpen }
  }

  /// Returns false for an entry of the book's kinds that does not say what it must.
  private mutating func read(_ entry: Entry) -> Bool {
    switch entry.content.action {
    case Self.file: return take(HandledFile(entry), replacing: entry.content)
    case Self.move:
      guard let move = HandlingMove(entry) else { return false }
      moves.append(move)
    case Self.comeBack: return takeReturn(entry)
    case Self.destroy: return take(HandlingDestruction(entry))
    case Self.certify: return takeCertificate(entry)
    case Self.training, Self.pledge:
      guard let record = StaffRecord(entry) else { return false }
      staff.append(record)
    case Self.size:
      guard let stated = EmployerSize(entry.content) else { return false }
      size = (entry.index, stated)
    default: break
    }
    return true
  }

  private mutating func take(_ file: HandledFile?, replacing content: EntryContent) -> Bool {
    guard var file, let old = content.ifAny("replaces", content.integer) else { return false }
    if let old {
      guard let place = place(old) else { return false }
      files[place].replacedBy = file.entry
      // What is said anew is the file, not what became of its parts.
      file.destructions = files[place].destructions
    }
    files.append(file)
    return true
  }

  private mutating func take(_ destruction: HandlingDestruction?) -> Bool {
    guard let destruction else { return false }
    if let file = destruction.file {
      guard let place = place(file) else { return false }
      files[place].destructions.append(destruction)
    }
    destructions.append(destruction)
    return true
  }

  private mutating func takeReturn(_ entry: Entry) -> Bool {
    guard let move = entry.content.integer("record"), let on = entry.content.date("on"),
      let place = moves.firstIndex(where: { $0.entry == move && $0.isOpen }),
      moves[place].on <= on
    else { return false }
    moves[place].returned = HandlingMove.Return(entry: entry.index, on: on)
    return true
  }

  private mutating func takeCertificate(_ entry: Entry) -> Bool {
    guard let record = entry.content.integer("record"), let on = entry.content.date("on"),
      let place = destructions.firstIndex(where: { $0.entry == record && $0.lacksCertificate }),
      destructions[place].on <= on
    else { return false }
    destructions[place].certificateOn = on
    destructions[place].certifiedBy = entry.index
    return true
  }

  private func place(_ file: Int) -> Int? {
    files.firstIndex { $0.entry == file && $0.isKept }
  }
}

extension EmployerSize {
  fileprivate init?(_ content: EntryContent) {
    guard let employees = content.count, let on = content.date("on"),
      case .array(let words)? = content.detail["exclusions"]
    else { return nil }
    let exclusions = words.compactMap { word -> Exclusion? in
      guard case .string(let text) = word else { return nil }
      return Exclusion(rawValue: text)
    }
    guard exclusions.count == words.count else { return nil }
    self.init(employees: employees, on: on, exclusions: CaseSet(exclusions))
  }
}
