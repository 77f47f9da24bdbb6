internal import Numbers

/// Texts of the employer that are public and may look like a number: the corporate number, the tax
/// office's reference numbers, the municipalities' designations; and of corporations among payees.
struct KnownTexts {
  private(set) var texts: Set<[UInt8]>

  /// None.
  init() { texts = [] }

  init(_ employer: FilingEmployer?) {
    var texts: Set<[UInt8]> = []
    if case .corporation(let number)? = employer?.payer { texts.insert(Array(number.digits.utf8)) }
    for text in employer?.referenceNumbers ?? [] { texts.insert(Array(text.utf8)) }
    for text in (employer?.designations ?? [:]).values { texts.insert(Array(text.utf8)) }
    self.texts = texts
  }

  /// Takes the public number of a payee.
  mutating func insert(_ number: CorporateNumber) { texts.insert(Array(number.digits.utf8)) }

  /// Takes a text.
  mutating func insert(_ text: [UInt8]) { texts.insert(text) }

  func contains(_ field: Span<UInt8>) -> Bool {
    guard field.count <= 16 else { return false }
    return texts.contains { text in
      text.count == field.count && text.indices.allSatisfy { text[$0] == field[$0] }
    }
  }
}
