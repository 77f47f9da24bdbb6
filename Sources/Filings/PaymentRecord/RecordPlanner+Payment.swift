import Numbers
import People
import Rules
import Text

extension RecordPlanner {
  /// Takes a row of one content of payment; a payee's record is planned once all of them are there.
  mutating func takePayment(_ row: RecordRow, _ directory: some SlipDirectory) {
    checkContents(row)
    if group?.person == row.person, group?.isVoiding == row.isVoiding {
      group?.rows.append(row)
      return
    }
    finishPayments(directory)
    checkOnce(row)
    group = PaymentGroup(person: row.person, rows: [row])
  }

  /// The items of the second content and on.
  private static let laterContents =
    (PaymentGroup.uncollected.number + 1)..<PaymentGroup.remarks.number

  /// A row has one content; the others of the record come from the payee's next rows.
  private mutating func checkContents(_ row: RecordRow) {
    for number in Self.laterContents
    where row.texts[RecordItem(number)] != nil { add(row, RecordItem(number), .forbidden) }
    for item in [PaymentGroup.paid, PaymentGroup.tax] where row.amount(item) == nil {
      add(row, item, .notDigits)
    }
    if row.texts[PaymentGroup.paid] == nil { add(row, PaymentGroup.paid, .required) }
    let (paid, tax) = (row.amount(PaymentGroup.paid) ?? 0, row.amount(PaymentGroup.tax) ?? 0)
    if row.amount(PaymentGroup.unpaid) ?? 0 > paid {
      add(row, PaymentGroup.unpaid, .moreThanWhole)
    }
    if row.amount(PaymentGroup.uncollected) ?? 0 > tax {
      add(row, PaymentGroup.uncollected, .moreThanWhole)
    }
  }

  /// Plans the records of the payee whose rows are there.
  mutating func finishPayments(_ directory: some SlipDirectory) {
    guard let group = group.take() else { return }
    let corporation = corporation(of: group)
    let filed = filedRows(of: group, isIndividual: corporation == nil)
    guard let first = filed.first else { return }
    let payee = corporation == nil ? person(of: first, directory) : nil
    if payee == nil, corporation == nil { return }
    findVoided(first, ofCorporation: payee == nil, directory)
    for start in stride(from: 0, to: filed.count, by: PaymentGroup.contents) {
      let contents = filed[start..<min(start + PaymentGroup.contents, filed.count)]
      addRecord(
        values(Array(contents), payee), of: payee, corporation: corporation, contents[start],
        directory)
    }
  }

  /// 法人番号 of the payee; nil for a person.
  private mutating func corporation(of group: PaymentGroup) -> CorporateNumber? {
    var found: CorporateNumber?
    for row in group.rows {
      guard let text = row.own[.corporateNumber] else { continue }
      guard let number = try? CorporateNumber(text), found == nil || found == number else {
        add(row, .corporateNumber, .notACorporateNumber)
        continue
      }
      found = number
    }
    return found
  }

  /// The rows whose kind of payment passes its limit in the year; the others are found left out, so
  /// that nobody's number is asked for who stays below.
  private mutating func filedRows(
    of group: PaymentGroup, isIndividual: Bool
  ) -> [RecordRow] {
    let kinds = group.rows.map { threshold(of: $0) }
    var sums: [String: Int] = [:]
    for (row, kind) in zip(group.rows, kinds) {
      guard let kind else { continue }
      sums[kind.id, default: 0] += row.amount(PaymentGroup.paid) ?? 0
    }
    var filed: [RecordRow] = []
    var told: Set<String> = []
    for (row, kind) in zip(group.rows, kinds) {
      guard let kind else { continue }
      // What voids a record is filed as that was, and is no payment.
      let isFiled = group.isVoiding || sums[kind.id] ?? 0 > kind.atMostYen
      if !group.isVoiding { count(row, isFiled: isFiled, isIndividual: isIndividual) }
      if isFiled {
        filed.append(row)
      } else if told.insert(kind.id).inserted, let article = kind.citations.first {
        findings.append(
          .leftOut(
            LeftOut(
              line: row.line, person: row.person, article: article, atMostYen: kind.atMostYen)))
      }
    }
    return filed
  }

  private mutating func count(_ row: RecordRow, isFiled: Bool, isIndividual: Bool) {
    findings.append(
      .counted(
        RecordFigures(
          person: row.person, kind: row.texts[PaymentGroup.kind] ?? "",
          isIndividual: isIndividual, isFiled: isFiled, paid: row.amount(PaymentGroup.paid) ?? 0,
          tax: row.amount(PaymentGroup.tax) ?? 0)))
  }

  /// The limit of the row's kind of payment, by its id or its Japanese name.
  private mutating func threshold(of row: RecordRow) -> PaymentThreshold? {
    guard let text = row.own[.paymentKind] else {
      add(row, .paymentKind, .required)
      return nil
    }
    let key = Folding.key(text)
    let found = plan.thresholds.first { $0.id == text || Folding.key($0.ja) == key }
    if found == nil {
      let known = plan.thresholds.map { "\($0.id) (\($0.ja))" }.joined(separator: ", ")
      add(row, .paymentKind, .badValue(allowed: known))
    }
    return found
  }

  /// The values of a record: those of the payee, then the contents one after another.
  private mutating func values(_ contents: [RecordRow], _ payee: SlipPerson?) -> [String] {
    var whole = contents[0]
    for number in Self.laterContents { whole.texts[RecordItem(number)] = nil }
    var remarks: [String] = []
    for (place, row) in contents.enumerated() {
      for item in PaymentGroup.items {
        let shifted = RecordItem(item.number + place * PaymentGroup.items.count)
        whole.texts[shifted] = row.texts[item]
      }
      if let text = row.texts[PaymentGroup.remarks], !remarks.contains(text) {
        remarks.append(text)
      }
      for item: RecordItem in [.name, .address, .livesAbroad] where whole.texts[item] == nil {
        whole.texts[item] = row.texts[item]
      }
    }
    whole.texts[PaymentGroup.remarks] =
      remarks.isEmpty ? nil : remarks.joined(separator: "\u{3000}")
    return values(whole, payee)
  }
}
