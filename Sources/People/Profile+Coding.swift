extension Profile {
  /// The first field of every encoding; another value is another layout.
  private static let layout = 1

  /// The fields in the order of the declaration, by ``FieldWriter``; absent and empty are the same.
  ///
  /// Layout number, name, family name, given name, kana, filing name, alias, birth date (ISO), sex
  /// (an integer, 0 unknown), postal code, address, filing address, municipality code, lives abroad
  /// (0 or 1), own code.
  public func encoded() -> [UInt8] {
    var fields = FieldWriter(reserving: 320)
    fields.write(Self.layout)
    fields.write(name)
    fields.write(familyName ?? "")
    fields.write(givenName ?? "")
    fields.write(kana ?? "")
    fields.write(filingName ?? "")
    fields.write(alias ?? "")
    fields.write(birthDate?.isoText ?? "")
    fields.write(Int(sex?.rawValue ?? 0))
    fields.write(postalCode ?? "")
    fields.write(address ?? "")
    fields.write(filingAddress ?? "")
    fields.write(municipalityCode ?? "")
    fields.write(livesAbroad ? 1 : 0)
    fields.write(ownCode?.text ?? "")
    return fields.bytes
  }

  /// Reads the bytes of ``encoded()``; throws `.malformed` for any others.
  public init(decoding bytes: Span<UInt8>) throws(PeopleError) {
    var fields = FieldReader()
    guard try fields.integer(from: bytes) == Self.layout else { throw .malformed }
    self.init(name: try fields.text(from: bytes))
    familyName = try fields.optionalText(from: bytes)
    givenName = try fields.optionalText(from: bytes)
    kana = try fields.optionalText(from: bytes)
    filingName = try fields.optionalText(from: bytes)
    alias = try fields.optionalText(from: bytes)
    birthDate = try fields.optionalDate(from: bytes)
    sex = try Self.sex(try fields.integer(from: bytes))
    postalCode = try fields.optionalText(from: bytes)
    address = try fields.optionalText(from: bytes)
    filingAddress = try fields.optionalText(from: bytes)
    municipalityCode = try fields.optionalText(from: bytes)
    livesAbroad = try Self.flag(try fields.integer(from: bytes))
    ownCode = try Self.code(try fields.text(from: bytes))
    try fields.finish(bytes)
  }

  private static func sex(_ code: Int) throws(PeopleError) -> Sex? {
    if code == 0 { return nil }
    guard let raw = UInt8(exactly: code), let sex = Sex(rawValue: raw) else { throw .malformed }
    return sex
  }

  private static func flag(_ code: Int) throws(PeopleError) -> Bool {
    guard code == 0 || code == 1 else { throw .malformed }
    return code == 1
  }

  private static func code(_ text: String) throws(PeopleError) -> PersonCode? {
    if text.isEmpty { return nil }
    return try PersonCode(stored: text)
  }
}

extension FieldReader {
  fileprivate mutating func optionalText(
    from bytes: Span<UInt8>
  ) throws(PeopleError) -> String? {
    let text = try text(from: bytes)
    return text.isEmpty ? nil : text
  }

  fileprivate mutating func optionalDate(
    from bytes: Span<UInt8>
  ) throws(PeopleError) -> CalendarDate? {
    let text = try text(from: bytes)
    if text.isEmpty { return nil }
    guard let date = CalendarDate(parsing: text), date.isoText == text else { throw .malformed }
    return date
  }
}
