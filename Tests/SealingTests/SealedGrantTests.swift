import Secrets
import Testing

@testable import Auditing
@testable import Sealing

@Suite("Private halves sealed to holders")
struct SealedGrantTests {
  private let random = RandomBytes()
  private let vault: VaultID

  init() throws { vault = try TestVault.vault(1) }

  /// A holder's key as the log states it, and its private half.
  private func holder(_ name: String) throws -> HeldKey {
    try TestVault.pair(name, number: 0, random)
  }

  private func failure(
    _ grant: SealedGrant, _ key: AuthenticatedKey, by holder: HeldKey, named name: String? = nil,
    vault: VaultID? = nil
  ) -> SealingError.Code? {
    do throws(SealingError) {
      _ = try grant.open(
        key, holder: name ?? holder.key.name, with: holder.privateKey, vault: vault ?? self.vault)
      return nil
    } catch {
      return error.code
    }
  }

  @Test("the holder opens it, and can seal it on to the next one")
  func opens() throws {
    let tax = try TestVault.pair("tax", number: 3, random)
    let (first, second) = (try holder("user:u3"), try holder("user:u4"))
    let grant = try tax.seal(to: first.key, vault: vault, random: random)
    #expect(grant.encapsulated.count == 32)
    #expect(grant.sealed.count == 48)
    let held = try grant.open(
      tax.key, holder: "user:u3", with: first.privateKey, vault: vault)
    #expect(held.key == tax.key)
    let next = try held.seal(to: second.key, vault: vault, random: random)
    #expect(failure(next, tax.key, by: second) == nil)
    #expect(failure(next, tax.key, by: first) == .notAuthentic)
  }

  @Test("another holder, name, generation, key or vault does not open it")
  func bound() throws {
    let tax = try TestVault.pair("tax", number: 3, random)
    let (first, second) = (try holder("user:u3"), try holder("user:u4"))
    let grant = try tax.seal(to: first.key, vault: vault, random: random)
    let key = tax.key
    #expect(failure(grant, key, by: first) == nil)
    #expect(failure(grant, key, by: second) == .notAuthentic)
    #expect(failure(grant, key, by: second, named: "user:u3") == .notAuthentic)
    #expect(failure(grant, key, by: first, named: "user:u4") == .notAuthentic)
    #expect(failure(grant, key, by: first, vault: try TestVault.vault(2)) == .notAuthentic)
    for other in [
      AuthenticatedKey(name: "tax", generation: 2, number: 3, publicKey: key.publicKey),
      AuthenticatedKey(name: "roster", generation: 1, number: 3, publicKey: key.publicKey),
    ] {
      #expect(failure(grant, other, by: first) == .notAuthentic)
    }
  }

  @Test("a private half that is not the log's is refused")
  func otherHalf() throws {
    let tax = try TestVault.pair("tax", number: 3, random)
    let forged = try TestVault.pair("tax", number: 3, random)
    let first = try holder("user:u3")
    let grant = try forged.seal(to: first.key, vault: vault, random: random)
    #expect(failure(grant, tax.key, by: first) == .wrongPrivateHalf)
    let other = try HeldKey.makePair(random: random)
    do throws(SealingError) {
      _ = try HeldKey(other, for: tax.key)
      Issue.record("a pair of two halves that do not belong together")
    } catch {
      #expect(error == SealingError(.wrongPrivateHalf, doing: "check the key tax"))
    }
  }

  @Test("a grant that is changed or cut does not open")
  func changed() throws {
    let tax = try TestVault.pair("tax", number: 3, random)
    let first = try holder("user:u3")
    let grant = try tax.seal(to: first.key, vault: vault, random: random)
    for place in 0..<80 {
      var (encapsulated, sealed) = (grant.encapsulated, grant.sealed)
      // The highest bit of a point is not used (RFC 7748, section 5), so the lowest one is turned.
      if place < 32 { encapsulated[place] ^= 1 } else { sealed[place - 32] ^= 1 }
      let changed = SealedGrant(encapsulated: encapsulated, sealed: sealed)
      #expect(failure(changed, tax.key, by: first) == .notAuthentic, "byte \(place)")
    }
    for (encapsulated, sealed, code) in [
      ([], grant.sealed, SealingError.Code.malformed),
      (grant.encapsulated + [0], grant.sealed, .malformed),
      (grant.encapsulated, [], .malformed),
      (grant.encapsulated, grant.sealed.dropLast(), .notAuthentic),
      ([UInt8](repeating: 0, count: 32), grant.sealed, .notAuthentic),
    ] {
      let cut = SealedGrant(encapsulated: encapsulated, sealed: sealed)
      #expect(failure(cut, tax.key, by: first) == code)
    }
  }

  @Test("a ring gives the newest generation, or the one asked for")
  func ring() throws {
    let ring = KeyRing(vault: vault)
    #expect(!ring.holds("tax"))
    let first = try TestVault.pair("tax", number: 3, random)
    let second = try TestVault.pair("tax", generation: 2, number: 3, random)
    ring.add(second)
    ring.add(first)
    #expect(ring.holds("tax"))
    #expect(ring.keyNames == ["tax"])
    #expect(ring.key("tax")?.key.generation == 2)
    #expect(ring.key("tax", generation: 1)?.key == first.key)
    #expect(ring.key("tax", generation: 3) == nil)
    #expect(ring.key("none") == nil)
  }
}
