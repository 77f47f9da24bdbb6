import People
import Rules
import Testing

@Suite("The decider and contractors")
struct EntrustingDeciderTests {
  private let decider: PolicyDecider
  private let health = PurposeID("health-pension")

  init() throws { decider = PolicyDecider(policy: try TestPolicy.policy()) }

  private func request(
    _ kind: EntrustmentUse.Kind, role: String, _ contract: EntrustmentContract? = nil
  ) throws -> Request {
    let contract = try contract ?? TestContract.make()
    var request = Request(
      actor: "u9", roles: [RoleID(role)], action: kind == .sharing ? .share : .read,
      purpose: health, form: FormCopyID("health-pension-acquisition"), reason: "資格取得届",
      person: try TestPerson.make(purposes: ["health-pension"]), personRow: 7, holdsKey: true,
      wrapExists: true, now: Timestamp(day("2026-11-22"), secondOfDay: 3600))
    request.entrustment = EntrustmentUse(
      kind, contractor: contract.id,
      register: EntrustmentRegister([ContractorRecord(contract)]))
    if kind == .sharing {
      request.target = ContractorKey(purpose: health, contractor: contract.id).key
    }
    return request
  }

  private func refusal(_ request: borrowing Request) -> Refusal? {
    do throws(Refusal) {
      _ = try decider.decide(request)
      return nil
    } catch {
      return error
    }
  }

  @Test("a contractor's user reads what was shared, and the entry names the contractor")
  func reading() throws {
    var request = try request(.reading, role: "contractor")
    request.key = PurposeKey(named: "health-pension@yamada-sr")
    let grant = try decider.decide(request)
    #expect(grant.key.name == "health-pension@yamada-sr" && grant.purpose == health)
    #expect(grant.contractor?.text == "yamada-sr" && grant.article == "番号法19条2号")
    #expect(grant.role == RoleID("contractor"))
  }

  @Test("a hand-over is a provision under entrustment")
  func handingOver() throws {
    let grant = try decider.decide(request(.handingOver, role: "hr"))
    #expect(grant.article == "番号法19条6号" && grant.key.isOwn)
    let isHandOver = grant.isHandOver
    #expect(isHandOver)
  }

  @Test("a holder shares")
  func sharing() throws {
    let grant = try decider.decide(request(.sharing, role: "hr"))
    #expect(grant.target?.name == "health-pension@yamada-sr")
    #expect(grant.action == .share && grant.article == "番号法19条6号" && grant.form == nil)
  }

  @Test(
    "nobody reads by the contractor's role but a contractor's user, and no such user by another")
  func roles() throws {
    var own = try request(.reading, role: "contractor")
    own.entrustment = nil
    #expect(refusal(own) == .roleForbids(.read))
    #expect(refusal(try request(.reading, role: "hr")) == .roleForbids(.read))
    #expect(refusal(try request(.handingOver, role: "contractor")) == .roleForbids(.handOver))
    #expect(refusal(try request(.sharing, role: "contractor")) == .roleForbids(.share))
    #expect(refusal(try request(.sharing, role: "administrator")) == .roleForbids(.share))
    #expect(refusal(try request(.handingOver, role: "accountant")) == .roleForbidsPurpose(health))
    #expect(refusal(try request(.sharing, role: "accountant")) == .roleForbidsPurpose(health))
    var foreign = try request(.sharing, role: "hr")
    foreign.target = PurposeKey(health)
    #expect(refusal(foreign) == .roleForbids(.share), "the key is that contractor's, or none")
    var noUse = try request(.sharing, role: "hr")
    noUse.entrustment = nil
    #expect(refusal(noUse) == .roleForbids(.share))
  }

  @Test(
    "what stands against the contractor refuses all three",
    arguments: [EntrustmentUse.Kind.reading, .sharing, .handingOver])
  func gaps(_ kind: EntrustmentUse.Kind) throws {
    let role = kind == .reading ? "contractor" : "hr"
    let id = try TestContract.id("yamada-sr")
    let lapsed = try TestContract.make { $0.until = day("2026-11-21") }
    #expect(
      refusal(try request(kind, role: role, lapsed))
        == .entrustment(.lapsed(id, lastDay: day("2026-11-21"))))
    let without = try TestContract.make { $0.clauses[.noRemoval] = nil }
    #expect(
      refusal(try request(kind, role: role, without))
        == .entrustment(.clauseMissing(id, .noRemoval)))
    let other = try TestContract.make(purposes: ["employment-insurance"])
    #expect(
      refusal(try request(kind, role: role, other))
        == .entrustment(.purposeNotEntrusted(id, health)))
    let overdue = try TestContract.make { $0.supervision = SupervisionPlan(how: "x", months: 1) }
    let found = refusal(try request(kind, role: role, overdue))
    #expect(
      found
        == (kind == .reading
          ? nil : .entrustment(.supervisionOverdue(id, since: day("2026-05-01")))))
  }

  @Test("a person who was not shared is refused as such, and the other checks stand")
  func people() throws {
    var unshared = try request(.reading, role: "contractor")
    unshared.wrapExists = false
    #expect(refusal(unshared) == .notShared(health, try TestContract.id("yamada-sr")))
    var keyless = try request(.reading, role: "contractor")
    keyless.holdsKey = false
    #expect(refusal(keyless) == .notShared(health, try TestContract.id("yamada-sr")))
    for kind in [EntrustmentUse.Kind.reading, .sharing, .handingOver] {
      var undeclared = try request(kind, role: kind == .reading ? "contractor" : "hr")
      undeclared.person.declarations = []
      #expect(refusal(undeclared) == .notDeclared(health))
      var unverified = try request(kind, role: kind == .reading ? "contractor" : "hr")
      unverified.person.verification = .none
      guard case .notVerified(health, let missing)? = refusal(unverified) else {
        Issue.record("\(kind)")
        continue
      }
      #expect(!missing.isEmpty)
    }
  }
}
