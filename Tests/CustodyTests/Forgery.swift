import MyNumberKit

@testable import Auditing
@testable import Custody
@testable import Sealing

/// A change of a key that somebody signs with their own key and writes past this program.
enum Forgery {
  case generation, retirement

  /// Writes the entry with everything that would make it look right, the checkpoint included.
  func plant(as session: Session, key: String) throws {
    let (vault, random) = (session.vault, RandomBytes())
    var content = session.entry("key")
    content.touchesKeys = true
    content.authority = try statement(of: key)
    try vault.store.begin(.both(transactionID: try random.bytes(16)))
    var builder = try CommitBuilder(
      after: vault.frontier, time: VaultFixture.noon, random: random)
    let index = builder.nextIndex
    let bytes = try builder.add(content, signedBy: session.secrets.signer)
    try vault.store.appendEntry(index: index, person: nil, bytes: bytes.span)
    try plantHalves(of: key, for: session)
    let text = try builder.checkpoint(
      origin: vault.id.origin, signedBy: session.secrets.signer)
    try vault.store.appendCheckpoint(size: builder.nextIndex, text: text.span)
    try vault.store.setKeysCheckpoint(text.span)
    let frontier = try builder.currentFrontier
    try vault.store.setHead(size: frontier.size, frontier: frontier.encodedHashes.span)
    try vault.store.commit()
  }

  /// Makes the cache agree with the entry, so that nothing is wrong but who signed.
  private func plantHalves(of key: String, for session: Session) throws {
    let store = session.vault.store
    switch self {
    case .generation:
      for user in ["recovery", session.account.id] {
        let (encapsulated, sealed) = (
          [UInt8](repeating: 1, count: 32), [UInt8](repeating: 1, count: 48)
        )
        try store.insertGrant(
          user: user, key: key, generation: 2, encapsulated: encapsulated.span, sealed: sealed.span)
      }
    case .retirement: _ = try store.eraseGrants(user: nil, key: key, generation: 1)
    }
  }

  private func statement(of key: String) throws -> AuthorityStatement {
    switch self {
    case .generation:
      .key(
        KeyStatement(
          name: key, generation: 2,
          publicKey: try HeldKey.makePair(random: RandomBytes()).publicKey))
    case .retirement: .keyRetire(key: key, before: 2)
    }
  }
}
