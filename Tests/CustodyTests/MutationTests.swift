import MyNumberKit
import TestSupport
import Testing

@Suite("Random edits of what a vault gave out")
struct MutationTests {
  private static let count = 2_000
  private let given: GivenOut

  init() throws { given = try GivenOut.shared.get() }

  /// Edits in turn by each kind; every edit must be refused.
  private func refusesEdits(
    of bytes: [UInt8], seed: UInt64, _ verify: ([UInt8]) throws -> Void
  ) throws {
    try verify(bytes)
    var random = SplitMix(seed: seed)
    for round in 0..<Self.count {
      let mutation = Mutation.allCases[round % Mutation.allCases.count]
      let edited = mutation.edited(bytes, using: &random)
      #expect(throws: AuditingError.self, "\(mutation) \(round)") { try verify(edited) }
    }
  }

  @Test("no edited log verifies against a checkpoint of the whole")
  func log() throws {
    try refusesEdits(of: given.log, seed: 1) { try given.verify(log: $0) }
  }

  @Test("no edited certificate verifies")
  func certificate() throws {
    let verification = try CertificateVerification(trusting: given.vault)
    try refusesEdits(of: given.certificate, seed: 2) { _ = try verification.verify($0) }
  }

  @Test("no edited disclosure verifies")
  func disclosure() throws {
    let verification = try DisclosureVerification(trusting: given.vault)
    try refusesEdits(of: given.disclosure, seed: 3) { _ = try verification.verify($0) }
  }

  /// Whether no edit of a file passes what holds it against the right one.
  private func isRefused(
    _ bytes: [UInt8], seed: UInt64, _ agrees: ([UInt8]) -> Bool
  ) -> Bool {
    guard agrees(bytes) else { return false }
    var random = SplitMix(seed: seed)
    return (0..<Self.count).allSatisfy { round in
      let mutation = Mutation.allCases[round % Mutation.allCases.count]
      return !agrees(mutation.edited(bytes, using: &random))
    }
  }

  @Test("no edited report agrees with the log, in any form", arguments: ReportForm.Kind.allCases)
  func report(kind: ReportForm.Kind) throws {
    let bytes = try #require(given.reports[ReportForm(kind, .japanese)])
    let verification = try given.verification(of: bytes)
    #expect(isRefused(bytes, seed: 5) { verification.agrees(with: $0) })
    var random = SplitMix(seed: 6)
    for mutation in Mutation.allCases {
      let edited = mutation.edited(bytes, using: &random)
      #expect(throws: ReportsError.self, "\(mutation)") { try verification.verify(edited) }
    }
  }

  @Test("no edited paper of a certificate is the one that is drawn again from what was signed")
  func sheet() throws {
    let drawn = try given.drawnAgain()
    #expect(isRefused(given.sheet, seed: 7) { $0 == drawn })
  }

  @Test("of the log, the verifier of the format page says the same")
  func otherVerifier() throws {
    let (vault, newest) = ("\(given.vault)", given.newest.text)
    let good = try PythonVerifier.verify(given.log, vault: vault, containing: newest)
    #expect(good.status == 0, "\(good.message)")
    var random = SplitMix(seed: 4)
    for round in 0..<60 {
      let mutation = Mutation.allCases[round % Mutation.allCases.count]
      let edited = mutation.edited(given.log, using: &random)
      let verdict = try PythonVerifier.verify(edited, vault: vault, containing: newest)
      #expect(verdict.status == 76, "\(mutation) \(round): \(verdict.message)")
    }
  }
}
