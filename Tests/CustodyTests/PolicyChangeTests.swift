import MyNumberKit
import Testing

@Suite("Another policy")
struct PolicyChangeTests {
  /// The default policy without a purpose and all that refers to it.
  private func policy(without purpose: String?, items: [String]) throws -> PolicyBundle {
    try PolicyBundle(
      files: VaultFixture.policy().files.map { file in
        // Who verifies whom is said of every party, whatever the purposes.
        guard file.name.hasSuffix(".yaml"), file.name != "identity.yaml" else { return file }
        let text = String(decoding: file.bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var kept: [Substring] = []
        var isDropped = false
        for line in lines {
          if line.hasPrefix("  - ") { isDropped = items.contains { line.hasSuffix(": " + $0) } }
          if !line.hasPrefix("  ") { isDropped = false }
          if !isDropped { kept.append(line) }
        }
        var rest = kept.joined(separator: "\n")
        if let purpose {
          rest = rest.replacing(", \(purpose)", with: "")
            .replacing(",\n      \(purpose)]", with: "]")
        }
        return PolicyBundle.File(name: file.name, bytes: Array(rest.utf8))
      })
  }

  @Test("a purpose that is still declared to people cannot be dropped; the people are listed")
  func declared() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    let size = session.vault.logSize
    let digest = session.vault.policy.digest
    let dropped = try policy(
      without: "pension-category3",
      items: [
        "pension-category3", "category3-notice", "category3-spouse", "category3-notices",
        "category3",
      ])
    #expect(throws: Never.self) { _ = try Policy(bundle: dropped) }
    let result = try ExitStatus { try PolicyChange(session).update(to: dropped) }
    #expect(result.status == 78, "\(result)")
    #expect(
      result.description.contains("pension-category3 is still declared to")
        && result.description.contains("0001-1"), "\(result)")
    #expect(session.vault.logSize == size && session.vault.policy.digest == digest)
    session.close()
    #expect(try fixture.open().policy.digest == digest)
  }

  @Test("an entry bears the rule by which purges are approved, where that changes")
  func approval() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("admin")
    defer { session.close() }
    for (rule, told) in [
      ("second-user", "second-user"), ("second-user", nil), ("none", "none"),
    ] as [(String, String?)] {
      let files = try VaultFixture.policy().files.map { file in
        guard file.name == "retention.yaml" else { return file }
        let text = String(decoding: file.bytes, as: UTF8.self)
          .replacing("purge_approval: none", with: "purge_approval: \(rule)")
        return PolicyBundle.File(name: file.name, bytes: Array(text.utf8))
      }
      try PolicyChange(session).update(to: PolicyBundle(files: files))
      let entry = try #require(try session.vault.entries().last?.content)
      #expect(entry.action == "policy-update")
      #expect(entry.detail["purge_approval"] == told.map { .string($0) })
    }
  }

  @Test("a purpose that was declared to nobody can be")
  func undeclared() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    let dropped = try policy(
      without: "property-accumulation",
      items: [
        "property-accumulation", "property-accumulation-declaration",
        "property-accumulation-copies",
      ])
    try PolicyChange(session).update(to: dropped)
    session.close()
    let vault = try fixture.open()
    #expect(vault.policy.purpose(PurposeID("property-accumulation")) == nil)
  }

  @Test("a purpose without a rule of retention is a mistake of the policy")
  func withoutRule() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    let without = try policy(without: nil, items: ["category3-notices"])
    let result = try ExitStatus { try PolicyChange(session).update(to: without) }
    #expect(
      result.status == 78 && result.description.contains("no retention rule"), "\(result)")
  }
}
