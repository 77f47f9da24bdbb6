extension LifeEventKind {
  /// What an event of this kind must say; without it retention could not count the event.
  public var required: Set<LifeEventField> {
    switch self {
    case .declarationReceived, .declarationByLedger, .declarationByStatement,
      .declarationSimplified, .paid:
      [.year]
    case .slipFiled: [.year, .form]
    case .noticeFiled: [.date, .form]
    case .matterCompleted, .insuranceBegan, .insuranceEnded: [.date, .purpose]
    default: [.date]
    }
  }

  /// What it may say as well.
  public var optional: Set<LifeEventField> {
    switch self {
    case .declarationReceived, .declarationByLedger, .declarationByStatement,
      .declarationSimplified:
      [.date, .form]
    case .paid, .slipFiled: [.date]
    case .dependentAdded, .dependentRemoved, .contractEnded, .noticeFiled: [.purpose]
    default: []
    }
  }

  /// Whether the day may lie ahead: what is announced or agreed, not what was received or done.
  public var mayLieAhead: Bool {
    switch self {
    case .hired, .left, .rehired, .onLeave, .returned, .transferred, .dependentAdded,
      .dependentRemoved, .insuranceBegan, .insuranceEnded, .contractEnded:
      true
    default: false
    }
  }

  /// Whether the day may be before there were numbers: what began, not what ended or was filed.
  var mayPrecedeNumbers: Bool {
    switch self {
    case .hired, .rehired, .onLeave, .returned, .transferred, .dependentAdded, .insuranceBegan:
      true
    default: false
    }
  }
}

extension LifeEvent {
  /// What it says beside its kind.
  public var fields: Set<LifeEventField> {
    var fields: Set<LifeEventField> = []
    if date != nil { fields.insert(.date) }
    if year != nil { fields.insert(.year) }
    if purpose != nil { fields.insert(.purpose) }
    if form != nil { fields.insert(.form) }
    return fields
  }
}
