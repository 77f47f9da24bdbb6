import People

extension SlipPlanner {
  /// Holds flags and head-counts against the names.
  mutating func checkAgreement(
    _ row: PayrollRow, _ person: SlipPerson, _ family: [MatchedFamily]
  ) {
    checkSpouse(row, family)
    checkColumn(row)
    checkCounts(row, family)
    checkAges(row, family)
    checkFigures(row)
    checkMinor(row, person)
    // A summary counts who lacks a sign and says so.
    if !request.isCounted { checkCollection(row) }
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
      add(row, .elderlySpouse, .ageDoesNotFit(age: age), of: spouse.code)
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
    // Pay without a declaration has no year-end adjustment (所得税法190条).
    if column != .main, row.isAdjusted == true {
      add(row, .secondaryColumn, .adjustedInOtherColumn)
    }
  }

  private mutating func checkCounts(_ row: PayrollRow, _ family: [MatchedFamily]) {
    let counts = RecordItem.dependentCounts
    for item in counts where row.count(item) == nil { add(row, item, .notDigits) }
    for item in [RecordItem.underSixteenCount, .nonresidentCount] where row.count(item) == nil {
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
    // Nobody but the employee stands there, as for most.
    if row.family.isEmpty { return }
    let dependents = family.filter { $0.entry.place != .spouse && !$0.entry.place.isUnderSixteen }
    let named = row.family.filter { $0.place != .spouse && !$0.place.isUnderSixteen }
    let ages = dependents.compactMap { age($0.person) }
    guard ages.count == named.count, row.sum(RecordItem.dependentCounts) == named.count else {
      return
    }
    expect(row, RecordItem.youngCounts, counted: ages.filter { (19...22).contains($0) }.count)
    expect(row, RecordItem.elderlyCounts, counted: ages.filter { $0 >= 70 }.count)
  }

  /// A part is not more than its whole, and signs that exclude each other do not stand together.
  private mutating func checkFigures(_ row: PayrollRow) {
    for (part, whole) in RecordItem.parts {
      guard let inner = row.count(part), let outer = row.count(whole), inner > outer else {
        continue
      }
      add(row, part, .partExceedsWhole(of: layout[whole]?.name ?? ""))
    }
    for (one, other) in RecordItem.exclusives where isSet(one, row) && isSet(other, row) {
      add(row, one, .excludes(layout[other]?.name ?? ""))
    }
  }

  func isSet(_ item: RecordItem, _ row: PayrollRow) -> Bool {
    row.texts[item].map(FieldFolding.digits) == "1"
  }

  /// 未成年者, at the end of the year, of full age being 18 since 2022 (民法4条) and 20 before.
  private mutating func checkMinor(_ row: PayrollRow, _ person: SlipPerson) {
    guard let age = age(person) else { return }
    let isMinor = age < (request.incomeYear >= 2022 ? 18 : 20)
    guard isMinor != isSet(.minor, row) else { return }
    add(row, .minor, isMinor ? .minorWithoutFlag(age: age) : .ageDoesNotFit(age: age))
  }

  /// 普通徴収 goes with a reason, which the municipality wants to see in the summary.
  private mutating func checkCollection(_ row: PayrollRow) {
    guard row.passed == nil, let text = row.texts[.ordinaryCollection] else { return }
    let isOrdinary = FieldFolding.digits(text) == "1"
    let hasReason =
      row.ordinaryCollectionReason != nil || row.texts[.summary]?.contains("普") ?? false
    if isOrdinary, !hasReason { add(row, .ordinaryCollection, .collectionWithoutReason) }
    if !isOrdinary, row.ordinaryCollectionReason != nil {
      add(row, .ordinaryCollection, .reasonWithoutCollection)
    }
  }
}
