import People

extension SlipPlanner {
  /// Holds flags and head-counts against the names.
  mutating func checkAgreement(_ row: PayrollRow, _ family: [MatchedFamily]) {
    checkSpouse(row, family)
    checkColumn(row)
    checkCounts(row, family)
    checkAges(row, family)
  }

  /// #23 of 1 or 3 needs a named spouse; a named spouse needs it, or an amount in #25
  /// (配偶者特別控除, where #23 is 2).
  private mutating func checkSpouse(_ row: PayrollRow, _ family: [MatchedFamily]) {
    let flag = row.texts[.spouseFlag].map(FieldFolding.digits) ?? ""
    let isNamed = row.family.contains { $0.place == .spouse }
    if ["1", "3"].contains(flag) {
      if !isNamed { add(row, .spouseFlag, .flagWithoutSpouse) }
    } else if isNamed, (row.count(.spouseDeduction) ?? 0) == 0 {
      add(row, .spouseFlag, .spouseWithoutFlag)
    }
    let isElderly = row.texts[.elderlySpouse].map(FieldFolding.digits) == "1"
    guard let spouse = family.first(where: { $0.entry.place == .spouse })?.person else {
      if isElderly { add(row, .elderlySpouse, .flagWithoutSpouse) }
      return
    }
    if isElderly, let age = age(spouse), age < 70 {
      add(row, .elderlySpouse, .ageDoesNotFit(age: age))
    }
  }

  /// 甲 goes with #23 of 1 or 2 and #50 of 0; 乙 with 3 or 4 and 1.
  private mutating func checkColumn(_ row: PayrollRow) {
    guard let column = row.taxColumn else { return }
    let flag = row.texts[.spouseFlag].map(FieldFolding.digits) ?? ""
    let fitting = column == .main ? ["1", "2"] : ["3", "4"]
    if !flag.isEmpty, !fitting.contains(flag) { add(row, .spouseFlag, .flagOfOtherColumn) }
    let mark = row.texts[.secondaryColumn].map(FieldFolding.digits) ?? ""
    let isSecondary = column == .secondary
    if !mark.isEmpty, (mark == "1") != isSecondary {
      add(row, .secondaryColumn, .flagOfOtherColumn)
    }
  }

  private mutating func checkCounts(_ row: PayrollRow, _ family: [MatchedFamily]) {
    let counts = RecordItem.youngCounts + RecordItem.elderlyCounts + RecordItem.otherCounts
    for item in counts + [.underSixteenCount, .nonresidentCount] where row.count(item) == nil {
      add(row, item, .notDigits)
    }
    let under = row.family.filter { $0.place.isUnderSixteen }.count
    let dependents = row.family.filter { $0.place != .spouse }.count - under
    expect(row, counts, counted: dependents)
    expect(row, [.underSixteenCount], counted: under)
    expect(row, [.nonresidentCount], counted: row.family.filter(\.livesAbroad).count)
  }

  private mutating func expect(_ row: PayrollRow, _ items: [RecordItem], counted: Int) {
    let said = row.sum(items)
    guard said != counted else { return }
    let item = items.first { row.texts[$0] != nil } ?? items.last ?? .underSixteenCount
    add(row, item, .countDiffers(said: said, counted: counted))
  }

  /// Where every dependent's age is known, the counts by age must be right too.
  private mutating func checkAges(_ row: PayrollRow, _ family: [MatchedFamily]) {
    let dependents = family.filter { $0.entry.place != .spouse && !$0.entry.place.isUnderSixteen }
    let named = row.family.filter { $0.place != .spouse && !$0.place.isUnderSixteen }
    let ages = dependents.compactMap { age($0.person) }
    let said = RecordItem.youngCounts + RecordItem.elderlyCounts + RecordItem.otherCounts
    guard ages.count == named.count, row.sum(said) == named.count else { return }
    expect(row, RecordItem.youngCounts, counted: ages.filter { (19...22).contains($0) }.count)
    expect(row, RecordItem.elderlyCounts, counted: ages.filter { $0 >= 70 }.count)
  }
}
