import People
import Testing

@testable import Auditing
@testable import Sealing

@Suite("What sealed values are bound to")
struct SealingContextTests {
  private func object(
    _ person: UInt8, _ kind: SealedKind, _ version: Int
  ) throws -> SealedObject {
    SealedObject(
      person: try PersonID([UInt8](repeating: person, count: 16)), kind: kind, version: version)
  }

  private func lockbox(_ uid: UInt8, _ key: String, _ generation: Int) -> Lockbox {
    Lockbox(
      uid: [UInt8](repeating: uid, count: 16), key: key, generation: generation,
      encapsulated: [], commitment: [])
  }

  @Test("every field changes the bytes, and no two places share them")
  func distinct() throws {
    let (one, two) = (try TestVault.vault(1), try TestVault.vault(2))
    let declaration = [UInt8](repeating: 5, count: 16)
    var contexts: [[UInt8]] = []
    for vault in [one, two] {
      let uid = [UInt8](repeating: 1, count: 16)
      contexts += [
        SealingContext.lockbox(vault: vault, key: "tax", generation: 1, lockbox: uid),
        SealingContext.lockbox(vault: vault, key: "tax", generation: 2, lockbox: uid),
        SealingContext.lockbox(vault: vault, key: "taxi", generation: 1, lockbox: uid),
        SealingContext.lockbox(vault: vault, key: "tax", generation: 1, lockbox: declaration),
        SealingContext.grant(vault: vault, key: "tax", generation: 1, holder: "user:u1"),
        SealingContext.grant(vault: vault, key: "tax", generation: 2, holder: "user:u1"),
        SealingContext.grant(vault: vault, key: "roster", generation: 1, holder: "user:u1"),
        SealingContext.grant(vault: vault, key: "tax", generation: 1, holder: "user:u11"),
        SealingContext.user(vault: vault, user: "u1"),
        SealingContext.user(vault: vault, user: "recovery"),
      ]
      for object in [
        try object(1, .number, 1), try object(2, .number, 1), try object(1, .number, 2),
        try object(1, .profile, 1), try object(1, .evidence, 1),
      ] {
        contexts.append(SealingContext.object(vault: vault, object: object))
        for box in [
          lockbox(1, "tax", 1), lockbox(2, "tax", 1), lockbox(1, "tax", 2), lockbox(1, "t", 1),
        ] {
          for declaration in [declaration, uid] {
            contexts.append(
              SealingContext.wrap(
                vault: vault, lockbox: box, object: object, declaration: declaration))
          }
        }
      }
    }
    #expect(Set(contexts).count == contexts.count)
    #expect(contexts.count == 110)
  }

  @Test("a field's end is told, so no two fields run together")
  func lengths() throws {
    let vault = try TestVault.vault(1)
    #expect(
      SealingContext.grant(vault: vault, key: "a", generation: 1, holder: "bc")
        != SealingContext.grant(vault: vault, key: "ab", generation: 1, holder: "c"))
  }

  @Test("the bytes of a number's context are these", .tags())
  func golden() throws {
    let context = SealingContext.object(
      vault: try TestVault.vault(1), object: try object(2, .number, 3))
    let label = Array("mynumber v1 object".utf8)
    let expected =
      [0, 0, 0, 18] + label + [0, 0, 0, 32] + [UInt8](repeating: 1, count: 32) + [0, 0, 0, 16]
      + [UInt8](repeating: 2, count: 16) + [0, 0, 0, 8] + [0, 0, 0, 0, 0, 0, 0, 1]
      + [0, 0, 0, 8] + [0, 0, 0, 0, 0, 0, 0, 3]
    #expect(context == expected)
  }
}
