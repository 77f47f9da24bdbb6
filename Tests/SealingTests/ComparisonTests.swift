import Numbers
import Rules
import RulesTestSupport
import Testing

@testable import Auditing
@testable import Sealing

@Suite("Comparing the two entries of a number")
struct ComparisonTests {
  private let vault: TestVault

  init() throws { vault = try TestVault() }

  /// Seals a person's second entry, as whoever typed these digits.
  private func enter(_ typed: [UInt8], for person: Int) throws {
    try vault.startSealer()
    let number = try MyNumber(digits: typed.span)
    let sealed = try vault.sealer.seal(
      number, as: try vault.object(person, .secondEntry), to: [vault.tax.key, vault.health.key],
      declaration: vault.declaration)
    vault.rows.store(
      sealed, at: vault.place(person, .secondEntry), declaration: vault.declaration,
      from: vault.sealer, base: 200 + 10 * Int64(person))
  }

  /// Whether a person's entries agree, or the error that the comparison meets.
  private func compare(
    _ person: Int = 1, ring: KeyRing? = nil
  ) throws -> Result<Bool, SealingError> {
    let opener = try Opener(
      vault: vault.id, keyRing: ring ?? vault.ring(vault.tax, vault.health), rows: vault.rows)
    var batch = Batch<Comparison>()
    try batch.add(TestGrant.make(.compare, person: UInt8(person)))
    var receipts = batch.commit(to: TestSink())
    guard let receipt = receipts.next() else { throw AuditingError(.malformed) }
    do throws(SealingError) {
      return .success(try opener.compare(spending: receipt).agree)
    } catch {
      return .failure(error)
    }
  }

  private func failure(_ result: Result<Bool, SealingError>) -> SealingError.Code? {
    if case .failure(let error) = result { return error.code }
    return nil
  }

  @Test("the same digits agree, others differ, and that is all that is said")
  func entries() throws {
    let (one, two) = (try #require(TestVault.digits[1]), try #require(TestVault.digits[2]))
    try enter(one, for: 1)
    try enter(one, for: 2)
    #expect(try compare(1).get() == true)
    #expect(try compare(2).get() == false)
    try enter(two, for: 2)
    #expect(try compare(2).get() == true)
  }

  @Test("without the purpose's key nothing is compared")
  func key() throws {
    try enter(try #require(TestVault.digits[1]), for: 1)
    #expect(failure(try compare(ring: vault.ring(vault.health))) == .keyNotHeld)
  }

  @Test("a second entry of somebody else, or the number itself in its place, does not open")
  func swapped() throws {
    let one = try #require(TestVault.digits[1])
    for person in [1, 2] { try enter(one, for: person) }
    let (mine, other) = (vault.place(1, .secondEntry), vault.place(2, .secondEntry))
    let (values, wraps) = (vault.rows.values, vault.rows.wraps)
    vault.rows.values[mine] = values[other]
    vault.rows.wraps[mine] = wraps[other]
    #expect(failure(try compare()) == .notAuthentic)
    vault.rows.values[mine] = values[vault.place(1)]
    vault.rows.wraps[mine] = wraps[vault.place(1)]
    #expect(failure(try compare()) == .notAuthentic)
    vault.rows.wraps[mine] = wraps[mine]
    #expect(failure(try compare()) == .wrongCommitment)
    (vault.rows.values, vault.rows.wraps) = (values, wraps)
    #expect(try compare().get() == true)
  }

  @Test("without a second entry there is nothing to compare")
  func missing() throws { #expect(failure(try compare()) == .missing) }
}
