import Numbers

extension SlipPlanner {
  /// Plans a row that passes through byte for byte.
  mutating func pass(_ slip: Slip) {
    guard let passed = slip.row.passed else { return }
    checkCorrection(slip.row)
    var writer = HoleWriter()
    for gap in passed.gaps where stands(layout.fields[gap.field - 1].owner, on: slip) {
      fill(layout.fields[gap.field - 1], of: slip, at: gap.offset, &writer)
    }
    addSlip(slip.row, bytes: writer.inserted(into: passed.bytes), holes: writer.holes)
  }

  /// Whether a number may come into a field: on most slips nobody but the employee stands.
  private func stands(_ owner: NumberOwner?, on slip: Slip) -> Bool {
    switch owner {
    case nil: false
    case .payer, .oneself: true
    default: !slip.family.isEmpty
    }
  }

  /// Notes what goes into a number field: holes for numbers, or the public corporate number.
  mutating func fill(
    _ field: LayoutField, of slip: Slip, at offset: Int, _ writer: inout HoleWriter
  ) {
    guard let owner = field.owner else { return }
    switch owner {
    case .payer:
      if case .corporation(let number) = employer.payer {
        writer.insert(number.digits, at: offset)
      } else if let payer = slip.payer {
        addNumber(payer, field, slip.row, at: offset, &writer)
      }
    case .oneself: addNumber(slip.person, field, slip.row, at: offset, &writer)
    case .remarksDependents, .remarksUnderSixteen: addRemarks(field, slip, at: offset, &writer)
    case .spouse, .dependent, .underSixteen:
      if let member = slip.family.first(where: { $0.entry.place.owner == owner }) {
        addNumber(member.person, field, slip.row, at: offset, &writer)
      }
    }
  }

  private mutating func addNumber(
    _ person: SlipPerson, _ field: LayoutField, _ row: PayrollRow, at offset: Int,
    _ writer: inout HoleWriter
  ) {
    writer.hole(at: offset, .plain(width: plan.numberWidth))
    addSlot(person, field: field, of: row)
  }

  private mutating func addRemarks(
    _ field: LayoutField, _ slip: Slip, at offset: Int, _ writer: inout HoleWriter
  ) {
    let members = slip.family.filter { $0.entry.place.owner == field.owner }
    // Label, parentheses and twelve digits for each.
    let length = members.reduce(0) { $0 + 14 + String($1.entry.label ?? 1).count }
    if length > field.width {
      add(slip.row, field.item, .remarksFull(limit: field.width))
    }
    for member in members {
      writer.hole(at: offset, .remark(label: member.entry.label ?? 1))
      addSlot(member.person, field: field, of: slip.row)
    }
  }
}
