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
    case .payerAddress: employer.address
    case .payerName: employer.filingName
    case .payerTelephone: employer.telephone
    case .reference1, .reference2:
      request.copy == .taxOffice ? reference(item == .reference1 ? 0 : 1) : nil
    default: nil
    }
  }

  private func reference(_ index: Int) -> String {
    index < employer.referenceNumbers.count ? employer.referenceNumbers[index] : ""
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
    case .designation:
      slip.row.texts[item] ?? municipality(slip).flatMap { employer.designations[$0] }
    case .purpose: slip.row.texts[item] ?? (isPassedOn(slip.row) ? "2" : "1")
    default: nil
    }
  }

  /// Whether the municipality's copy goes to the tax office as well (作成区分 2).
  private func isPassedOn(_ row: PayrollRow) -> Bool {
    !request.goesToTaxOfficeToo && isWithinTaxRange(row)
  }

  /// The code of six digits from the payroll file, else from the person.
  private func municipality(_ slip: Slip) -> String? {
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
  ) -> String {
    let written = given ?? person.profile.name
    guard let filing = person.profile.filingName else {
      let own = person.profile.name
      guard written != own, Folding.key(written) == Folding.key(own) else {
        return folded(written, field, person, row)
      }
      let text = FieldFolding.fold(own, as: field.characters)
      let kinds = FieldFolding.kinds(written, text)
      if !kinds.isEmpty { change(row, person, field, .folded(kinds), written, text) }
      return substituted(text, field, person, row)
    }
    let text = FieldFolding.fold(filing, as: field.characters)
    if text != FieldFolding.fold(written, as: field.characters) {
      change(row, person, field, .filingForm, written, text)
    }
    return text
  }

  /// The payroll file's address wins; 届出用住所 stands for the person's own.
  private mutating func address(_ field: LayoutField, _ slip: Slip) -> String {
    let profile = slip.person.profile
    let given = slip.row.texts[.address]
    let isOwn = given.map { Folding.key($0) == Folding.key(profile.address ?? "") } ?? true
    if isOwn, let filing = profile.filingAddress {
      let text = FieldFolding.fold(filing, as: field.characters)
      if let own = given ?? profile.address, own != text {
        change(slip.row, slip.person, field, .filingForm, own, text)
      }
      return text
    }
    guard let text = given ?? profile.address else { return "" }
    return folded(text, field, slip.person, slip.row)
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
  ) -> String {
    let folded = FieldFolding.fold(text, as: field.characters)
    let kinds = FieldFolding.kinds(text, folded)
    if !kinds.isEmpty { change(row, person, field, .folded(kinds), text, folded) }
    return substituted(folded, field, person, row)
  }

  private mutating func substituted(
    _ folded: String, _ field: LayoutField, _ person: SlipPerson, _ row: PayrollRow
  ) -> String {
    guard request.substitutes, field.characters == .full else { return folded }
    let replaced = rules.substitutions.applied(to: folded)
    if replaced != folded { change(row, person, field, .substituted, folded, replaced) }
    return replaced
  }

  private mutating func change(
    _ row: PayrollRow, _ person: SlipPerson, _ field: LayoutField, _ reason: SlipChange.Reason,
    _ from: String, _ to: String
  ) {
    findings.append(
      .changed(
        SlipChange(
          line: row.line, person: person.code, field: field.name, reason: reason, from: from,
          to: to)))
  }
}
