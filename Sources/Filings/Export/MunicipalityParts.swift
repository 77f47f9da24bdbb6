internal import People

/// Parts the municipality's copies on paper: each municipality gets its own residents' numbers and
/// nobody else's (番号法19条, 地方税法317条の6).
struct MunicipalityParts {
  private let plan: SlipPlan
  private var people: [String: Set<PersonCode>] = [:]
  /// What is told of those who have no copy.
  private(set) var others: [SlipFinding] = []

  init(_ plan: SlipPlan) { self.plan = plan }

  /// Takes what a row comes to in the plan for all of them.
  mutating func take(_ finding: SlipFinding) {
    switch finding {
    case .slip(let row):
      // Who has none that is known gets a file of their own: nobody can say who else may see it.
      let known = row.texts?.municipality.flatMap { MunicipalityCode.isValid($0) ? $0 : nil }
      let part = known ?? "unknown-\(row.person.text)"
      people[part, default: []].insert(row.person)
    case .leftOut, .needless: others.append(finding)
    case .recipient, .counted, .changed, .noted: break
    }
  }

  /// A plan for each municipality, by its code; the whole one where nobody has a copy.
  var plans: [SlipPlan] {
    if people.isEmpty { return [plan] }
    return people.sorted { $0.key < $1.key }.map { SlipPlan(plan, part: $0, people: $1) }
  }
}
