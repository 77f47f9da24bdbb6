import Numbers
import People

extension SlipPlanner {
  /// Settles what stands on a copy on paper: the employee's own, or one that bears numbers.
  mutating func settle(_ slip: Slip) {
    guard let form = plan.paper else { return }
    let texts = texts(of: slip, on: form)
    guard form.bearsNumbers else {
      noteDue(slip.row)
      findings.append(
        .recipient(
          RecipientSlip(
            line: slip.row.line, person: slip.row.person,
            hasDeclaration: hasDeclaration(slip.row), texts: texts)))
      return
    }
    addSheet(slip, form, texts)
  }

  /// Who left gets the copy within a month, and so do the heirs of who died.
  private mutating func noteDue(_ row: PayrollRow) {
    guard leftOn(row) != nil, let day = due(row) else { return }
    let kind: SlipNote.Kind =
      isSet(.diedInOffice, row) ? .dueToHeirs(by: day) : .dueToLeaver(by: day)
    findings.append(.noted(SlipNote(line: row.line, person: row.person, kind: kind)))
  }

  private mutating func texts(of slip: Slip, on form: PaperForm) -> PaperTexts {
    let items = form.items
    var texts = PaperTexts(columns: slip.row.columns, municipality: municipality(slip))
    let given = layout.fields.map { $0.owner == nil ? own($0, slip) ?? "" : "" }
    for field in layout.fields where field.owner == nil && items.contains(field.item) {
      texts.values[field.item] = settled(field, slip, given)
    }
    texts.values[.payeeCode] = slip.row.texts[.payeeCode] ?? slip.row.person.text
    return texts
  }

  /// Adds the row that the drawing process reads: the texts of the boxes, with holes for numbers.
  private mutating func addSheet(_ slip: Slip, _ form: PaperForm, _ texts: PaperTexts) {
    // The code names the file; what is none could be a number.
    if request.copy == .municipality, let code = texts.municipality,
      !MunicipalityCode.isValid(code)
    {
      add(slip.row, .municipality, .badCheckDigit)
    }
    var bytes: [UInt8] = []
    var gaps: [(field: LayoutField, offset: Int)] = []
    for (place, box) in form.boxes.enumerated() {
      if place > 0 { bytes.append(0x2C) }
      if let field = layout[box.item], field.owner != nil {
        gaps.append((field, bytes.count))
      } else {
        bytes += SheetInput.quoted(box.format.written(texts.values[box.item] ?? ""))
      }
    }
    var writer = HoleWriter()
    for gap in gaps { fill(gap.field, of: slip, at: gap.offset, &writer) }
    addSlip(
      slip.row, bytes: writer.inserted(into: bytes + [0x0D, 0x0A]), holes: writer.holes,
      texts: texts)
  }

  /// The value of a field, checked; nil for none.
  private mutating func settled(
    _ field: LayoutField, _ slip: Slip, _ values: [String]
  ) -> String? {
    guard let given = own(field, slip), !given.isEmpty else {
      // What the record has a default for may be blank on paper.
      if field.standard == .empty, isNeeded(field, slip.row, values) {
        add(slip.row, field.item, .required)
      }
      return nil
    }
    if field.characters == .digits { return figure(given, field, slip) }
    if MyNumber.looksLikeNumber(in: given.utf8) {
      add(slip.row, field.item, .looksLikeNumber)
    } else if request.copy == .recipient, CorporateNumber.looksLikeNumber(in: given) {
      add(slip.row, field.item, .looksLikeCorporateNumber)
    }
    return given
  }

  private mutating func figure(
    _ given: String, _ field: LayoutField, _ slip: Slip
  ) -> String {
    if field.item == .year { return given }
    let digits = FieldFolding.digits(given)
    let rules = FieldFolding.mistakes(digits, as: .digits, width: field.width, isExact: false)
    for rule in rules { add(slip.row, field.item, rule) }
    return digits
  }

  /// What the payroll file says, in its own characters; the profile where it says nothing.
  private func own(_ field: LayoutField, _ slip: Slip) -> String? {
    let (row, profile) = (slip.row, slip.person.profile)
    switch field.item {
    case .year: return EraYear(incomeYear: plan.incomeYear).map { $0.japanese + "分" }
    case .payerName, .payerAddress, .payerTelephone: return payer(field.item, row)
    case .name: return row.texts[.name] ?? profile.name
    case .kana: return row.texts[.kana] ?? profile.kana
    case .address: return row.texts[.address] ?? profile.address
    case .birthEra, .birthYear, .birthMonth, .birthDay: return birthPart(field.item, slip)
    case .summary: return remarks(slip)
    default: return family(field.item, slip) ?? row.texts[field.item]
    }
  }

  /// A unified CSV has the payer as the payroll software knows it.
  private func payer(_ item: RecordItem, _ row: PayrollRow) -> String? {
    (row.passed == nil ? nil : row.texts[item]) ?? payerValue(item)
  }

  private func family(_ item: RecordItem, _ slip: Slip) -> String? {
    for member in slip.family {
      let (place, entry) = (member.entry.place, member.entry)
      if item == place.nameItem { return entry.name }
      if item == place.kanaItem { return entry.kana ?? member.person.profile.kana }
      if item == place.residenceItem { return entry.residence }
    }
    return nil
  }

  /// What the file has, the employer before, and those who have no box.
  ///
  /// In a unified CSV the last stand in what the file has.
  private func remarks(_ slip: Slip) -> String {
    let reason = request.copy == .municipality ? slip.row.ordinaryCollectionReason : nil
    var parts = [
      reason, slip.row.texts[.summary], Self.employerBefore(slip.row), Self.deferred(slip.row),
    ].compactMap { $0 }
    if slip.row.passed == nil {
      for member in slip.family where member.entry.place.isRemark {
        parts.append("（\(member.entry.label ?? 1)）" + member.entry.name + mark(member.entry))
      }
    }
    return parts.joined(separator: "\u{3000}")
  }

  /// 他の支払者: the record has items for it, the form on paper its remarks.
  private static func employerBefore(_ row: PayrollRow) -> String? {
    guard let name = row.texts[.otherPayerName] else { return nil }
    var parts = [
      "前職　"
        + [row.texts[.otherPayerAddress], name].compactMap { $0 }
        .joined(separator: "　")
    ]
    for (title, item) in [
      ("給与", RecordItem.otherPayerPaid), ("徴収税額", .otherPayerTax),
      ("社会保険料", .otherPayerInsurance),
    ] {
      guard let amount = row.texts[item].map(FieldFolding.digits) else { continue }
      parts.append(title + BoxFormat.money.written(amount) + "円")
    }
    if let day = leftOther(row) { parts.append(day + "退職") }
    return parts.joined(separator: "　")
  }

  private static func leftOther(_ row: PayrollRow) -> String? {
    let items: [RecordItem] = [.otherPayerYear, .otherPayerMonth, .otherPayerDay]
    let parts = items.compactMap { row.texts[$0] }
      .map { BoxFormat.number.written(FieldFolding.digits($0)) }
    guard parts.count == 3 else { return nil }
    return "\(parts[0])年\(parts[1])月\(parts[2])日"
  }

  /// 災害者に係る徴収猶予税額.
  private static func deferred(_ row: PayrollRow) -> String? {
    guard let amount = row.texts[.deferredTax].map(FieldFolding.digits),
      !amount.utf8.allSatisfy({ $0 == 0x30 })
    else { return nil }
    return "徴収猶予税額" + BoxFormat.money.written(amount) + "円"
  }
}
