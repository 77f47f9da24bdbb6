internal import Auditing
internal import Rules
internal import Sealing
internal import Storage
internal import Wording

/// What contractors open too: their wraps are shown to be real by opening them alone.
struct SharedValues {
  private let hand: KeyHand
  private var store: any VaultStore { hand.session.vault.store }

  init(_ hand: KeyHand) { self.hand = hand }

  /// Refuses to begin a reseal that could not be finished: a value under the key is shared by a key
  /// that is not held.
  ///
  /// - Throws: `.usage` that names the contractor's key.
  func check(under name: String) throws(CustodyError) {
    let authority = hand.session.vault.authority
    guard let number = authority.keyNumber(name) else { return }
    for shared in authority.contractorKeys.map(\.name) where !hand.ring.holds(shared) {
      guard let key = authority.keyNumber(shared) else { continue }
      if try isAnyWrap(under: Int64(key), alsoUnder: Int64(number)) {
        throw Self.notHeld(shared)
      }
    }
  }

  /// Why a value is not sealed anew.
  static func notHeld(_ name: String) -> CustodyError {
    CustodyError(
      .usage("numbers are shared by the key \(name): reseal as its holder or with --recovery"))
  }

  private func isAnyWrap(under shared: Int64, alsoUnder key: Int64) throws(CustodyError) -> Bool {
    do throws(StorageError) {
      var last: Int64 = 0
      while true {
        let page = try store.liveWraps(ofKey: shared, after: last, limit: 10_000)
        for wrap in page {
          let isLive = try store.withWrap(
            person: wrap.person, object: wrap.object, version: wrap.version, key: key
          ) { header, _, _ in !header.isErased }
          if isLive == true { return true }
        }
        guard let end = page.last?.id else { return false }
        last = end
      }
    } catch {
      throw CustodyError(error)
    }
  }
}
