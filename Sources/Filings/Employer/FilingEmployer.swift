/// The payer as it stands on forms.
public struct FilingEmployer: Hashable, Sendable {
  public let payer: FilingPayer
  /// At most 30 full-width characters, such as サンプル食品（株）.
  public let filingName: String
  public let address: String
  public let telephone: String
  public let contact: String?
  public let taxOffice: String?
  /// 整理番号1 (10 digits) and 2 (13 digits); empty where there is none.
  public let referenceNumbers: [String]
  /// 指定番号 by 市区町村コード.
  public let designations: [String: String]
  public let offices: [FilingOffice]

  public init(
    payer: FilingPayer, filingName: String, address: String, telephone: String,
    contact: String? = nil, taxOffice: String? = nil, referenceNumbers: [String] = [],
    designations: [String: String] = [:], offices: [FilingOffice] = []
  ) {
    self.payer = payer
    self.filingName = filingName
    self.address = address
    self.telephone = telephone
    self.contact = contact
    self.taxOffice = taxOffice
    self.referenceNumbers = referenceNumbers
    self.designations = designations
    self.offices = offices
  }

  /// Reads the employer file, and the designations that it names.
  /// - Parameter designations: the bytes of the file the employer file names, by that name.
  /// - Throws: `mistakes`, each with its line; those of the designations have their own lines.
  public init(
    yaml: [UInt8], payer: FilingPayer, designations: (String) -> [UInt8]? = { _ in nil }
  ) throws(FilingError) {
    var reader = EmployerReader()
    let employer = reader.employer(yaml, payer: payer, designations: designations)
    guard let employer, reader.mistakes.isEmpty else {
      throw .mistakes(reader.mistakes.sorted())
    }
    self = employer
  }
}
