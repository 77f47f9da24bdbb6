/// What is sealed under the roster key: who the person is, without the number.
public struct Profile: Hashable, Sendable {
  /// The full name (氏名).
  public var name: String
  /// The family name (姓), when given apart.
  public var familyName: String?
  /// The given name (名), when given apart.
  public var givenName: String?
  /// The reading in kana (フリガナ).
  public var kana: String?
  /// The name for filings where the real one has characters they cannot hold (届出用氏名).
  public var filingName: String?
  /// The name in everyday use (通称名).
  public var alias: String?
  /// The day of birth (生年月日).
  public var birthDate: CalendarDate?
  /// The sex (性別).
  public var sex: Sex?
  /// Seven digits, with or without the hyphen (郵便番号).
  public var postalCode: String?
  /// The address (住所).
  public var address: String?
  /// The address for filings (届出用住所).
  public var filingAddress: String?
  /// The five digits, or six with the check digit, of the municipality (市区町村コード).
  public var municipalityCode: String?
  /// Whether the person lives abroad (国外居住).
  public var livesAbroad: Bool
  /// The code under which a family member is an employee too (本人社員番号).
  public var ownCode: PersonCode?

  /// Makes a profile of which only the name is known.
  public init(name: String) {
    self.name = name
    livesAbroad = false
  }
}
