import Storage
import Testing

extension StoreConformance {
  static let transactions: [StoreConformance] = [
    StoreConformance("a new store is empty") { store throws in
      #expect(
        try store.head() == LogHead(size: 0, frontier: [], transactionID: bytes(0, 16)))
      #expect(try store.keysHead() == KeysHead(transactionID: bytes(0, 16), checkpoint: []))
      #expect(try store.personCount() == 0)
      #expect(try store.newestCheckpoint() == nil)
      #expect(try store.users().isEmpty)
      #expect(!store.isInTransaction)
    },
    StoreConformance("a transaction over both stamps both files") { store throws in
      try store.inBoth(9) { try store.setKeysText("checkpoint") }
      #expect(try store.head().transactionID == bytes(9, 16))
      #expect(
        try store.keysHead()
          == KeysHead(transactionID: bytes(9, 16), checkpoint: Array("checkpoint".utf8)))
    },
    StoreConformance("a log transaction leaves the transaction ids alone") { store throws in
      try store.inTransaction(.log) { try store.setEnd(3, [1, 2]) }
      #expect(
        try store.head() == LogHead(size: 3, frontier: [1, 2], transactionID: bytes(0, 16)))
    },
    StoreConformance("failed sign-ins are counted in the head") { store throws in
      #expect(try store.head().failures == 0)
      try store.inTransaction(.log) { try store.setFailures(3) }
      try store.inTransaction(.log) { try store.setEnd(1) }
      #expect(try store.head().failures == 3)
      expect(.wrongTransaction) { try store.setFailures(0) }
    },
    StoreConformance("a transaction id has 16 bytes") { store throws in
      expect(.constraint) { try store.begin(.both(transactionID: bytes(1, 15))) }
      #expect(!store.isInTransaction)
      try store.inTransaction(.log) {}
    },
    StoreConformance("a rollback undoes both files") { store throws in
      try store.begin(.both(transactionID: bytes(5, 16)))
      _ = try store.addPerson("0001")
      try store.setUser("u0", [1])
      try store.setEnd(7)
      store.rollback()
      #expect(try store.personCount() == 0)
      #expect(try store.users().isEmpty)
      #expect(try store.head() == LogHead(size: 0, frontier: [], transactionID: bytes(0, 16)))
      #expect(try store.keysHead().transactionID == bytes(0, 16))
      store.rollback()
    },
    StoreConformance("a transaction does not nest") { store throws in
      try store.begin(.log)
      expect(.wrongTransaction) { try store.begin(.log) }
      #expect(store.isInTransaction)
      try store.commit()
    },
    StoreConformance("a commit needs a transaction") { store throws in
      expect(.wrongTransaction) { try store.commit() }
    },
    StoreConformance("a write needs a transaction") { store throws in
      expect(.wrongTransaction) { _ = try store.addPerson("0001") }
      expect(.wrongTransaction) { try store.addEntry(0) }
      expect(.wrongTransaction) { try store.setEnd(1) }
      expect(.wrongTransaction) { try store.addWrap(1) }
      expect(.wrongTransaction) { _ = try store.eraseNumber(person: 1, version: 1) }
      expect(.wrongTransaction) { try store.addSecondEntry(1) }
      expect(.wrongTransaction) { _ = try store.eraseSecondEntry(person: 1, version: 1) }
    },
    StoreConformance("a reading transaction writes nothing") { store throws in
      try store.begin(.reading)
      expect(.wrongTransaction) { try store.addEntry(0) }
      expect(.wrongTransaction) { try store.setKeysText("x") }
      #expect(try store.head().size == 0)
      store.rollback()
    },
    StoreConformance("a log transaction does not write the keys") { store throws in
      try store.begin(.log)
      expect(.wrongTransaction) { try store.setUser("u0", [1]) }
      expect(.wrongTransaction) { try store.addGrant("u0", "roster") }
      expect(.wrongTransaction) { _ = try store.addLockbox(1) }
      expect(.wrongTransaction) { try store.addWrap(1) }
      expect(.wrongTransaction) {
        _ = try store.eraseWraps(person: 1, object: .number, version: 1, key: nil)
      }
      expect(.wrongTransaction) {
        _ = try store.eraseGrants(user: nil, key: nil, generation: nil)
      }
      expect(.wrongTransaction) { try store.setKeysText("x") }
      try store.addEntry(0)
      try store.commit()
      #expect(try store.entries(from: 0, limit: 9).count == 1)
    },
  ]
}
