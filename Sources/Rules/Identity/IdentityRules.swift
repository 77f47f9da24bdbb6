public import People

/// The documents and combinations by which a number is accepted, each with its days in force.
public struct IdentityRules: Sendable {
  public let documents: [IdentityDocument]
  public let rules: [IdentityRule]
  private let byName: [String: [IdentityDocument]]
  private let inForce: [String: InForce]

  init(documents: [IdentityDocument], rules: [IdentityRule]) {
    self.documents = documents
    self.rules = rules
    var names: [String: [IdentityDocument]] = [:]
    for document in documents {
      for name in Set([document.id, document.ja, document.en] + document.aliases) {
        names[Self.key(name), default: []].append(document)
      }
    }
    // The names as they are usually written need no key to be made of them.
    for document in documents {
      for name in [document.id, document.ja, document.en] { names[name] = names[Self.key(name)] }
    }
    byName = names
    inForce = Dictionary(rules.map { ($0.id, $0.inForce) }) { first, _ in first }
  }

  /// Whether a rule of this id exists and was in force on the day.
  public func isInForce(rule: String, on date: CalendarDate) -> Bool {
    inForce[rule]?.contains(date) ?? false
  }

  /// Judges the columns of a row by the rules in force on the day of the verification.
  ///
  /// - Parameters:
  ///   - today: no verification is later than this.
  ///   - policy: the policy's digest in hex, kept with the verification.
  public func judge(
    _ evidence: IdentityEvidence, today: CalendarDate, policy: String
  ) -> IdentityJudgement {
    if evidence.kind == .family, !evidence.standing.heir {
      if !evidence.standing.category3 {
        return evidence.isEmpty
          ? .complete(.employeeDuty, conditions: []) : .incomplete([.notTheEmployersToDo])
      }
      if evidence.isEmpty { return emptyCategory3(evidence.standing) }
      return judge(evidence, party: .agent, today: today, policy: policy)
    }
    return judge(evidence, party: .person, today: today, policy: policy)
  }

  /// A category-3 spouse without columns: complete for what the employee verifies, and only that.
  private func emptyCategory3(_ standing: DependentStanding) -> IdentityJudgement {
    guard standing.taxDependent || standing.healthDependent || standing.careFamily else {
      return .incomplete([.numberDocumentMissing, .powerMissing])
    }
    return .complete(.employeeDuty, conditions: [])
  }

  private func judge(
    _ evidence: IdentityEvidence, party: IdentityRule.Party, today: CalendarDate, policy: String
  ) -> IdentityJudgement {
    if evidence.method == .noRecord { return attested(evidence, today: today) }
    var missing: [IdentityShortfall] = []
    if evidence.method == nil { missing.append(.methodMissing) }
    if let date = evidence.verifiedOn {
      if date > today { missing.append(.dateInFuture) }
    } else {
      missing.append(.dateMissing)
    }
    let date = evidence.verifiedOn ?? today
    let number = numberDocument(evidence.numberDocument, on: date, &missing)
    let identity = identityDocuments(evidence.identityDocuments, on: date, &missing)
    guard missing.isEmpty, let number, let method = evidence.method else {
      return .incomplete(missing)
    }
    let fitting = rules.indices.filter { place in
      rules[place].party == party && rules[place].inForce.contains(date)
        && !rules[place].number.isDisjoint(with: number.uses)
        && (rules[place].kinds.isEmpty || rules[place].kinds.contains(evidence.kind))
    }
    return choose(
      among: fitting, number: number, identity: identity, method: method, party: party
    ).map { rule in
      let conditions = ([number] + identity).compactMap(\.condition)
      return .complete(.verified(rule: rule, on: date, policy: policy), conditions: conditions)
    }
  }

  private func attested(_ evidence: IdentityEvidence, today: CalendarDate) -> IdentityJudgement {
    guard let user = evidence.attestedBy else { return .incomplete([.notAttested]) }
    return .complete(.legacy(attestedOn: today, by: user), conditions: [])
  }

  /// Chooses among rules by their places, since copying a rule would cost more than judging.
  private func choose(
    among fitting: [Int], number: IdentityDocument, identity: [IdentityDocument],
    method: VerificationMethod, party: IdentityRule.Party
  ) -> Choice {
    guard !fitting.isEmpty else { return .shortfalls([.notANumberProof(id: number.id)]) }
    let met = fitting.filter { rules[$0].isMet(by: identity) }
    if let rule = met.first(where: { rules[$0].methods.contains(method) }) {
      return .rule(rules[rule].id)
    }
    if !met.isEmpty { return .shortfalls([.methodNotAllowed]) }
    let needsPower =
      party == .agent
      && !identity.contains { !$0.uses.isDisjoint(with: [.power, .entrusted]) }
    if needsPower { return .shortfalls([.powerMissing]) }
    let nonPhoto = identity.contains { $0.uses.contains(.nonPhoto) }
    return .shortfalls([.identityDocumentsMissing(needed: nonPhoto ? 2 : 1)])
  }

  private enum Choice {
    case rule(String)
    case shortfalls([IdentityShortfall])

    func map(_ complete: (String) -> IdentityJudgement) -> IdentityJudgement {
      switch self {
      case .rule(let rule): complete(rule)
      case .shortfalls(let shortfalls): .incomplete(shortfalls)
      }
    }
  }

  private func numberDocument(
    _ name: String?, on date: CalendarDate, _ missing: inout [IdentityShortfall]
  ) -> IdentityDocument? {
    guard let name else {
      missing.append(.numberDocumentMissing)
      return nil
    }
    guard let known = byName[name] ?? byName[Self.key(name)] else {
      missing.append(.numberDocumentUnknown)
      return nil
    }
    return accepted(known, on: date, &missing)
  }

  private func identityDocuments(
    _ names: [String], on date: CalendarDate, _ missing: inout [IdentityShortfall]
  ) -> [IdentityDocument] {
    var found: [IdentityDocument] = []
    for (place, name) in names.enumerated() {
      guard let known = byName[name] ?? byName[Self.key(name)] else {
        missing.append(.identityDocumentUnknown(place + 1))
        continue
      }
      guard let document = accepted(known, on: date, &missing) else { continue }
      // The same paper twice is one paper.
      if !found.contains(document) { found.append(document) }
    }
    return found
  }

  private func accepted(
    _ known: [IdentityDocument], on date: CalendarDate, _ missing: inout [IdentityShortfall]
  ) -> IdentityDocument? {
    guard let document = known.first(where: { $0.inForce.contains(date) }) else {
      missing.append(.documentNotInForce(id: known[0].id))
      return nil
    }
    if document.uses.contains(.refused) {
      missing.append(.documentRefused(id: document.id))
      return nil
    }
    return document
  }

  /// The name without spaces, its brackets and letters in one form.
  static func key(_ name: String) -> String {
    var key = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case " ", "\u{3000}", "\t", "・", "･": continue
      case "（": key.unicodeScalars.append("(")
      case "）": key.unicodeScalars.append(")")
      default: key.unicodeScalars.append(scalar)
      }
    }
    return key.lowercased()
  }
}
