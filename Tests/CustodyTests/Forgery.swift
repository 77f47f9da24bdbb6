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
    let text = try builder.checkpoint(
      origin: vault.id.origin, signedBy: session.secrets.signer)
    try vault.store.appendCheckpoint(size: builder.nextIndex, text: text.span)
    try vault.store.setKeysCheckpoint(text.span)
    let frontier = builder.currentFrontier
    try vault.store.setHead(size: frontier.size, frontier: frontier.encodedHashes.span)
    try vault.store.commit()
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
