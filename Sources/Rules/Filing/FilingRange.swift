internal import People

/// Which copies are filed for an income year and for whom (所得税法226条, 所得税法施行規則93条2項 and
/// their like); the rule in force when a slip is due decides.
public struct FilingRange: Hashable, Sendable {
  private let copies: [FilingCopy]
  /// From how many sheets on copies are filed electronically, by the day on which they are due.
  let electronic: [ElectronicRule]
  private let questions: [YearQuestion]

  init(copies: [FilingCopy], electronic: [ElectronicRule], questions: [YearQuestion]) {
    self.copies = copies
    self.electronic = electronic
    self.questions = questions
  }

  /// What the sources leave open about the slips of an income year.
  public func questions(forIncomeYear year: Int) -> [OpenQuestion] {
    questions.filter { $0.isAbout(year) }.map(\.question)
  }

  /// The forms of the copies, each once, in the policy's order.
  var forms: [FormCopyID] {
    copies.reduce(into: []) { if !$0.contains($1.form) { $0.append($1.form) } }
  }

  /// The copies made for slips of an income year, the person's own included; a copy that is made
  /// for those who leave early in it is one of them.
  public func copies(forIncomeYear year: Int) -> [FormCopyID] {
    copies.filter { $0.filesSome(of: year) }.map(\.form)
  }

  /// Decides about one person's slip; nil when the policy says nothing of the copy.
  public func decide(
    _ form: FormCopyID, incomeYear: Int, _ facts: SlipFacts
  ) -> FilingDecision? {
    let rules = rules(of: form)
    if rules.isEmpty { return nil }
    let due = SlipDue.day(ofIncomeYear: incomeYear, leftOn: facts.leftOn)
    guard let rule = rules.first(where: { $0.files(incomeYear, due: due) }) else {
      return .needless(NeedlessCopy(form, incomeYear, due: due, under: rules))
    }
    if let left = rule.leaveOut.first(where: { $0.fits(facts) }), facts.paid <= left.atMostYen {
      return .leftOut(article: left.article, atMostYen: left.atMostYen)
    }
    return rule.citations.first.map { .filed(article: $0) }
  }

  /// Refuses a copy that is made for no slip of an income year.
  public func check(_ form: FormCopyID, incomeYear: Int) throws(Refusal) {
    let rules = rules(of: form)
    if rules.contains(where: { $0.filesSome(of: incomeYear) }) { return }
    let due = SlipDue.day(ofIncomeYear: incomeYear, leftOn: nil)
    throw .copyNotFiled(NeedlessCopy(form, incomeYear, due: due, under: rules))
  }

  /// Whether the filing of another copy counts as this one's for somebody of an income year.
  public func isCounted(_ form: FormCopyID, incomeYear: Int) -> Bool {
    let days = SlipDue.days(ofIncomeYear: incomeYear)
    return rules(of: form).contains {
      $0.countedBy != nil && $0.fromYear <= incomeYear && $0.due.overlaps(days)
    }
  }

  /// The rules about a copy; none for a form that is of no income year.
  func rules(of form: FormCopyID) -> [FilingCopy] { copies.filter { $0.form == form } }
}
