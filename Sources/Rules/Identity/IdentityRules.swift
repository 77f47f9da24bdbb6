public import People

/// How a number is verified: documents, ways, questions and duties, each with its days in force.
public struct IdentityRules: Sendable {
  public let documents: [IdentityDocument]
  public let rules: [IdentityRule]
  public let questions: [IdentityQuestion]
  public let duties: [IdentityDuty]
  public let requirements: [IdentityRequirement]
  /// The article that lets copies be sent (番号法施行規則11条).
  public let postCitations: DatedCitations
  /// The article on people who moved abroad (番号法施行規則1条の2).
  public let abroadCitations: [Citation]
  /// The articles that forbid asking for a number that no form carries.
  public let noFormCitations: [Citation]

  private let byName: [String: [Name]]
  private let byID: [String: Int]
  private let routes: [[Int]]
  /// The facts that naming a document in a column says.
  let impliedFacts: CaseSet<IdentityFact>

  /// A document under one of its names.
  struct Name {
    let place: Int
    /// Whether the name says that the document's facts hold.
    let isVouched: Bool
  }

  init(_ parts: IdentityParts) {
    documents = parts.documents.values
    rules = parts.rules.values
    questions = parts.questions.values
    duties = parts.duties.values
    requirements = parts.requirements
    postCitations = parts.post
    abroadCitations = parts.abroad
    noFormCitations = parts.noForm
    byName = Self.names(of: documents)
    byID = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    impliedFacts = CaseSet(questions.filter(\.isImplied).map(\.id))
    let all = rules
    routes = IdentityProvider.allCases.flatMap { provider in
      IdentityChannel.allCases.map { channel in
        all.indices.filter {
          all[$0].providers.contains(provider) && all[$0].channels.contains(channel)
        }
      }
    }
  }

  private static func names(of documents: [IdentityDocument]) -> [String: [Name]] {
    var names: [String: [Name]] = [:]
    for (place, document) in documents.enumerated() {
      let plain = Set([document.id, document.ja, document.en] + document.aliases)
      for name in Set(plain.map(key)) {
        names[name, default: []].append(Name(place: place, isVouched: false))
      }
      for name in Set(document.vouchedAliases.map(key)) {
        names[name, default: []].append(Name(place: place, isVouched: true))
      }
      // A name as it is usually written needs no key to be made of it.
      for name in plain { names[name] = names[key(name)] }
    }
    return names
  }

  /// Whether the rules that a verification names, joined by `+`, were all in force on the day.
  public func isInForce(rule way: String, on date: CalendarDate) -> Bool {
    if let place = byID[way] { return rules[place].inForce.contains(date) }
    let parts = way.split(separator: "+", omittingEmptySubsequences: false)
    return parts.count > 1
      && parts.allSatisfy { part in
        byID[String(part)].map { rules[$0].inForce.contains(date) } ?? false
      }
  }

  /// The document of a name, of two the one accepted on the day; nil for an unknown name.
  public func document(named name: String, on date: CalendarDate) -> IdentityDocument? {
    let found = documents(named: name).map { documents[$0.place] }
    return found.first { $0.inForce.contains(date) } ?? found.first
  }

  /// The question of a fact.
  public func question(_ fact: IdentityFact) -> IdentityQuestion? {
    questions.first { $0.id == fact }
  }

  /// The fact of an id or of a question's words; nil for another.
  public func fact(named name: String) -> IdentityFact? {
    IdentityFact(rawValue: name) ?? questions.first { $0.ja == name || $0.en == name }?.id
  }

  /// The documents of a name; empty for a name that the policy does not know.
  func documents(named name: String) -> [Name] { byName[name] ?? byName[Self.key(name)] ?? [] }

  /// The places of the rules for a provider and a channel.
  func route(_ provider: IdentityProvider, _ channel: IdentityChannel) -> [Int] {
    routes[provider.ordinal * IdentityChannel.allCases.count + channel.ordinal]
  }

  func duty(_ party: IdentityDuty.Party) -> IdentityDuty? { duties.first { $0.id == party } }

  /// The articles by which a proof is asked for.
  func citations(
    asking proof: IdentityProof, count: Int, of provider: IdentityProvider,
    by channel: IdentityChannel
  ) -> [Citation] {
    let row = requirements.first {
      $0.proof == proof && $0.providers.contains(provider) && $0.channels.contains(channel)
        && ($0.count ?? count) == count
    }
    return row?.citations ?? []
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

extension IdentityProvider {
  /// The place among all cases, without making their list.
  fileprivate var ordinal: Int {
    switch self {
    case .person: 0
    case .employee: 1
    case .statutoryAgent: 2
    case .voluntaryAgent: 3
    case .corporateAgent: 4
    case .formerEmployer: 5
    }
  }
}

extension IdentityChannel {
  /// The place among all cases, without making their list.
  fileprivate var ordinal: Int {
    switch self {
    case .inPerson: 0
    case .byPost: 1
    case .online: 2
    case .telephone: 3
    }
  }
}
