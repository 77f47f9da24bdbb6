import People
import Text

extension SlipPlanner {
  /// The value of a field, folded; empty where nobody says anything.
  mutating func value(_ field: LayoutField, of slip: Slip) -> String {
    if field.owner != nil { return "" }
    if let own = payerValue(field.item) { return own }
    if let text = personal(field, slip) { return text }
    if let given = settled(field.item, slip) { return given }
    guard let text = slip.row.texts[field.item] else { return "" }
    return folded(text, field, slip.person, slip.row)
  }

  func payerValue(_ item: RecordItem) -> String? {
    switch item {
    case .reference1, .reference2: request.copy == .taxOffice ? employer.value(of: item) : nil
    default: employer.value(of: item)
    }
  }

  /// Values that the program itself decides.
  private func settled(_ item: RecordItem, _ slip: Slip) -> String? {
    switch item {
    case .correction: correction(slip.row)
    case .year: yearDigits
    case .birthEra, .birthYear, .birthMonth, .birthDay: birthPart(item, slip)
    case .ordinaryCollection:
      slip.row.ordinaryCollectionReason == nil ? slip.row.texts[item] : "1"
    case .payeeCode: slip.row.texts[item] ?? slip.person.code.text
    case .municipality: municipality(slip)
    case .designation: designation(slip)
    case .purpose: slip.row.texts[item] ?? (isPassedOn(slip.row) ? "2" : "1")
    default: nil
    }
  }

  /// Whether the municipality's copy goes to the tax office as well (作成区分 2).
  private func isPassedOn(_ row: PayrollRow) -> Bool {
    !request.goesToTaxOfficeToo && isWithinTaxRange(row)
  }

  /// 指定番号 from the payroll file, else from the employer's table.
  func designation(_ slip: Slip) -> String? {
    slip.row.texts[.designation] ?? municipality(slip).flatMap { employer.designations[$0] }
  }

  /// The code of six digits from the payroll file, else from the person.
  func municipality(_ slip: Slip) -> String? {
    let given = slip.row.texts[.municipality] ?? slip.person.profile.municipalityCode
    return given.map { text in
      let digits = FieldFolding.digits(text)
      return MunicipalityCode.complete(digits) ?? digits
    }
  }

  func birthPart(_ item: RecordItem, _ slip: Slip) -> String? {
    if let text = slip.row.texts[item] {
      let digits = FieldFolding.digits(text)
      return item != .birthEra && digits.utf8.count == 1 ? "0" + digits : digits
    }
    guard let date = slip.person.profile.birthDate, let year = date.eraYear else { return nil }
    return switch item {
    case .birthEra: String(year.era.taxCode)
    case .birthYear: year.digits
    case .birthMonth: Self.two(date.month)
    default: Self.two(date.day)
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// Names, readings, the address and the summary, which may come from people's profiles.
  private mutating func personal(_ field: LayoutField, _ slip: Slip) -> String? {
    let (row, profile) = (slip.row, slip.person.profile)
    switch field.item {
    case .name: return name(row.texts[.name], field, slip.person, row)
    case .kana:
      return (row.texts[.kana] ?? profile.kana).map { folded($0, field, slip.person, row) }
    case .address: return address(field, slip)
    case .summary: return summary(field, slip)
    default: break
    }
    for member in slip.family {
      let place = member.entry.place
      if field.item == place.nameItem {
        return name(member.entry.name, field, member.person, row)
      } else if field.item == place.kanaItem,
        let kana = member.entry.kana ?? member.person.profile.kana
      {
        return folded(kana, field, member.person, row)
      } else if field.item == place.residenceItem {
        return member.entry.residence
      }
    }
    return nil
  }

  /// 届出用氏名 where the person has one; else the name as the company writes it, spaced as on record.
  private mutating func name(
    _ given: String?, _ field: LayoutField, _ person: SlipPerson, _ row: PayrollRow
  ) -> String { folding(row) { $0.name(given, field, person) } }

  /// The payroll file's address wins; 届出用住所 stands for the person's own.
  private mutating func address(_ field: LayoutField, _ slip: Slip) -> String {
    folding(slip.row) { $0.address(slip.row.texts[.address], field, slip.person) }
  }

  /// 普通徴収 first, then what the file has, then those who have no box.
  private mutating func summary(_ field: LayoutField, _ slip: Slip) -> String {
    var parts: [String] = []
    if request.copy == .municipality, let reason = slip.row.ordinaryCollectionReason {
      parts.append(Folding.fullWidth(reason))
    }
    if let text = slip.row.texts[.summary] {
      let whole = folded(text, field, slip.person, slip.row)
      if !parts.contains(where: { whole.hasPrefix($0) }) {
        parts.append(whole)
      } else {
        parts = [whole]
      }
    }
    for member in slip.family where member.entry.place.isRemark {
      let label = Folding.fullWidth(String(member.entry.label ?? 1))
      let written = name(member.entry.name, field, member.person, slip.row)
      parts.append("（\(label)）" + written + mark(member.entry))
    }
    return parts.joined(separator: "\u{3000}")
  }

  func mark(_ entry: FamilyEntry) -> String {
    let abroad = entry.livesAbroad
    if entry.place.isUnderSixteen { return "（年少）" + (abroad ? "（非居住者）" : "") }
    return abroad ? "（" + Folding.fullWidth(entry.residence ?? "") + "）" : ""
  }

  /// Folds a value, and replaces characters where that is asked for.
  private mutating func folded(
    _ text: String, _ field: LayoutField, _ person: SlipPerson, _ row: PayrollRow
  ) -> String { folding(row) { $0.folded(text, field, person.code) } }

  private mutating func folding(
    _ row: PayrollRow, _ fold: (inout ValueFolding) -> String
  ) -> String {
    var folding = ValueFolding(
      line: row.line, substitutions: request.substitutes ? rules.substitutions : nil)
    let text = fold(&folding)
    findings += folding.changes.map { .changed($0) }
    return text
  }
}
