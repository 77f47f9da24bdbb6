/// What happened to a person, as far as it decides how long the number is needed.
///
/// Each says whether it goes by a day, by an income year (年分) or both, and what it names:
/// ``required`` and ``optional``.
public enum LifeEventKind: UInt8, ColumnValue {
  /// Day: the employment began.
  case hired = 1
  /// Day: the employment ended.
  case left = 2
  /// Day: the employment began again; retention waits for the next leaving.
  case rehired = 3
  /// Day: a leave began; the employment goes on, and so do its purposes.
  case onLeave = 4
  /// Day: the leave ended.
  case returned = 5
  /// Day: the person died.
  case died = 6
  /// Day: sent or moved to another employer (出向・転籍, 番号法19条4号).
  case transferred = 7
  /// Day, and the purpose if of one alone: became a dependent.
  case dependentAdded = 10
  /// Day, and the purpose if of one alone: ceased to be a dependent.
  case dependentRemoved = 11
  /// Year, and form and the day of receipt if known: a declaration that bears the number
  /// (扶養控除等申告書 and its like).
  case declarationReceived = 20
  /// Year: a declaration without the number that leans on the declaration ledger (帳簿,
  /// 所得税法198条4項); it keeps the ledger.
  case declarationByLedger = 21
  /// Day: a change notice to the declaration ledger (届出書, 所得税法198条7項).
  case changeNoticeReceived = 22
  /// Day: the name or address changed; that year's declaration cannot lean on the ledger.
  case particularsChanged = 23
  /// Day: a declaration for retirement income (退職所得の受給に関する申告書).
  case retirementDeclarationReceived = 24
  /// Day: the name changed; a declaration cannot lean on the ledger until that is brought up to date
  /// (所得税法198条4項ただし書).
  case nameChanged = 25
  /// Day: the address changed; the ledger is to be brought up to date.
  case addressChanged = 26
  /// Year: a declaration that says, in the number's place, that it is the one provided already
  /// (相違ない旨の記載); our number is then the declaration's.
  case declarationByStatement = 27
  /// Year: a declaration that nothing changed since an earlier one (簡易な申告書, 所得税法194条2項).
  case declarationSimplified = 28
  /// Day of receipt: a declaration for a second employment (従たる給与についての扶養控除等申告書).
  case secondJobDeclarationReceived = 29
  /// Year: a payroll row or, for a payee, a payment.
  case paid = 30
  /// Year and form: a slip or payment record was filed.
  case slipFiled = 31
  /// Day, form, and the purpose if of one alone: a notice was filed.
  case noticeFiled = 32
  /// Day and purpose: the matter is done (完結の日); it counts once the need for the purpose ended.
  case matterCompleted = 33
  /// Day and purpose: insured, or insured again, while employed (資格取得).
  case insuranceBegan = 34
  /// Day and purpose: the insurance was lost while the employment goes on (資格喪失).
  case insuranceEnded = 35
  /// Day: retirement pay was paid.
  case retirementPaid = 40
  /// Day: a lump sum of a defined-contribution plan was paid, whose declaration is kept ten years.
  case planLumpSumPaid = 41
  /// Day: a payee's contract ended; with a purpose, the savings or other contract that it is for.
  case contractEnded = 50
  /// Day: the number was asked for.
  case numberAsked = 60
  /// Day: the person refused to give it.
  case numberRefused = 61

  /// The words of the command `person event`.
  public var labels: ColumnLabels {
    switch self {
    case .hired: ColumnLabels("hired", "入社")
    case .left: ColumnLabels("left", "退職")
    case .rehired: ColumnLabels("rehired", "再入社")
    case .onLeave: ColumnLabels("on-leave", "休職", "休業")
    case .returned: ColumnLabels("returned", "復職")
    case .died: ColumnLabels("died", "死亡")
    case .transferred: ColumnLabels("transferred", "出向・転籍", "出向", "転籍")
    case .dependentAdded: ColumnLabels("dependent-added", "扶養追加")
    case .dependentRemoved: ColumnLabels("dependent-removed", "扶養終了", "扶養削除")
    case .declarationReceived: ColumnLabels("declaration-received", "申告書受理")
    case .declarationByLedger: ColumnLabels("declaration-by-ledger", "帳簿による申告書受理")
    case .changeNoticeReceived: ColumnLabels("change-notice-received", "変更届出書受理")
    case .particularsChanged: ColumnLabels("particulars-changed", "氏名・住所変更")
    case .nameChanged: ColumnLabels("name-changed", "氏名変更")
    case .addressChanged: ColumnLabels("address-changed", "住所変更")
    case .declarationByStatement: ColumnLabels("declaration-by-statement", "相違ない旨の申告書受理")
    case .declarationSimplified: ColumnLabels("declaration-simplified", "簡易な申告書受理")
    case .secondJobDeclarationReceived:
      ColumnLabels("second-job-declaration-received", "従たる給与の申告書受理")
    case .retirementDeclarationReceived:
      ColumnLabels("retirement-declaration-received", "退職所得申告書受理")
    case .paid: ColumnLabels("paid", "支払")
    case .slipFiled: ColumnLabels("slip-filed", "法定調書提出")
    case .noticeFiled: ColumnLabels("notice-filed", "届出提出")
    case .matterCompleted: ColumnLabels("matter-completed", "完結", "completed")
    case .insuranceBegan: ColumnLabels("insurance-began", "資格取得")
    case .insuranceEnded: ColumnLabels("insurance-ended", "資格喪失")
    case .retirementPaid: ColumnLabels("retirement-paid", "退職手当支払")
    case .planLumpSumPaid: ColumnLabels("plan-lump-sum-paid", "確定拠出年金一時金支払")
    case .contractEnded: ColumnLabels("contract-ended", "契約終了")
    case .numberAsked: ColumnLabels("number-asked", "番号提供依頼")
    case .numberRefused: ColumnLabels("number-refused", "番号提供拒否")
    }
  }
}

extension LifeEventKind {
  /// Whether it is a declaration of an income year, with the number or leaning on ours.
  public var isDeclaration: Bool {
    switch self {
    case .declarationReceived, .declarationByLedger, .declarationByStatement,
      .declarationSimplified:
      true
    default: false
    }
  }

  /// What an employee's event is to each dependent; nil if it does not concern them.
  public var carriedToDependents: LifeEventKind? {
    switch self {
    case .left, .died: .left
    case .rehired: .rehired
    default: nil
    }
  }
}
