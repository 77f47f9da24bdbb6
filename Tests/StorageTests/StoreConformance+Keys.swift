import Storage
import Testing

extension StoreConformance {
  static let users: [StoreConformance] = [
    StoreConformance("a user's keys are replaced and erased") { store throws in
      try store.inBoth {
        try store.setUser("u0", bytes(1, 80))
        try store.setUser("u1", bytes(2, 80))
        try store.setUser("u0", bytes(3, 90))
      }
      #expect(
        try store.users() == [
          UserRow(id: "u1", sealed: bytes(2, 80)), UserRow(id: "u0", sealed: bytes(3, 90)),
        ])
      try store.inBoth(2) { () throws in
        #expect(try store.eraseUser(id: "u1") == true)
        #expect(try store.eraseUser(id: "u1") == false)
        #expect(try store.eraseUser(id: "nobody") == false)
      }
      #expect(try store.users().map(\.id) == ["u0"])
    },
    StoreConformance("a grant is given once a generation, and again after erasing") {
      store throws in
      try store.begin(.both(transactionID: bytes(1, 16)))
      try store.addGrant("u0", "roster")
      expect(.constraint) { try store.addGrant("u0", "roster") }
      expect(.constraint) { try store.addGrant("u0", "evidence", sealed: bytes(1, 47)) }
      try store.addGrant("u0", "roster", generation: 2)
      try store.addGrant("u1", "roster")
      #expect(try store.eraseGrants(user: "u0", key: "roster", generation: 1) == 1)
      try store.addGrant("u0", "roster")
      try store.commit()
      #expect(try store.grants(ofUser: "u0").map(\.generation) == [2, 1])
      #expect(try store.grants(ofUser: nil).count == 3)
      #expect(try store.grants(ofUser: "u2").isEmpty)
    },
    StoreConformance("grants are erased by what is given") { store throws in
      try store.inBoth {
        for user in ["u0", "u1"] {
          for key in ["a", "b"] { try store.addGrant(user, key) }
        }
        #expect(try store.eraseGrants(user: nil, key: "a", generation: nil) == 2)
        #expect(try store.eraseGrants(user: "u9", key: nil, generation: nil) == 0)
        #expect(try store.eraseGrants(user: "u1", key: nil, generation: nil) == 1)
      }
      #expect(try store.grants(ofUser: nil).map(\.user) == ["u0"])
    },
  ]

  static let wraps: [StoreConformance] = [
    StoreConformance("lockboxes come back by id") { store throws in
      try store.begin(.both(transactionID: bytes(1, 16)))
      #expect(try store.addLockbox(1) == 1)
      #expect(try store.addLockbox(2, key: "evidence") == 2)
      #expect(try store.addLockbox(3) == 3)
      expect(.constraint) { _ = try store.addLockbox(3) }
      try store.commit()
      #expect(
        try store.lockbox(id: 2)
          == LockboxRow(
            id: 2, uid: bytes(2, 16), key: "evidence", generation: 1, encapsulated: bytes(10, 32),
            commitment: bytes(11, 32), pin: 3))
      #expect(try store.lockbox(id: 9) == nil)
    },
    StoreConformance("the newest wrap that is not erased is found, else a tombstone") {
      store throws in
      func erase() throws(StorageError) -> [Int64] {
        try store.eraseWraps(person: 1, object: .number, version: 1, key: nil)
      }
      try store.inBoth {
        try store.addWrap(1, sealed: bytes(1, 60))
        #expect(try erase() == [1])
        for value in UInt8(2)...3 { try store.addWrap(1, sealed: bytes(value, 60)) }
      }
      #expect(try wrap(store)?.sealed == bytes(3, 60))
      #expect(try wrap(store)?.declaration == bytes(7, 16))
      try store.inBoth(2) { () throws in
        #expect(try erase().sorted() == [2, 3])
        #expect(try erase().isEmpty)
      }
      let tombstone = try #require(try wrap(store))
      #expect(tombstone.header.id == 3 && tombstone.header.isErased)
      #expect(tombstone.sealed == bytes(0, 60) && tombstone.declaration == bytes(0, 16))
      let lent = try store.withWrap(person: 1, object: .number, version: 1, key: 1) {
        header, declaration, sealed in
        header.isErased && declaration[0] == 0 && sealed.count == 60
      }
      #expect(lent == true)
    },
    StoreConformance("a wrap that never was is nil") { store throws in
      try store.inBoth { try store.addWrap(1, object: .profile) }
      #expect(try wrap(store) == nil)
      #expect(try store.wrap(person: 1, object: .profile, version: 2, key: 1) == nil)
      #expect(try store.wrap(person: 1, object: .profile, version: 1, key: 2) == nil)
    },
    StoreConformance("a wrap has 60 bytes") { store throws in
      try store.begin(.both(transactionID: bytes(1, 16)))
      expect(.constraint) { try store.addWrap(1, sealed: bytes(1, 59)) }
      store.rollback()
    },
    StoreConformance("wraps in lockboxes that are named are erased, and no others") {
      store throws in
      try store.inBoth {
        for (place, pin) in [(UInt8(1), 4), (2, 5), (3, 9)] {
          let lockbox = try store.addLockbox(place, pin: pin)
          try store.addWrap(Int64(place), lockbox: lockbox)
        }
        let rows = try store.lockboxes(after: 1, limit: 10)
        #expect(rows.map(\.pin) == [5, 9])
        #expect(try store.lockboxes(after: 0, limit: 2).map(\.id) == [1, 2])
        #expect(try store.eraseWraps(inLockboxes: []) == 0)
        #expect(try store.eraseWraps(inLockboxes: rows.map(\.id) + [99]) == 2)
        #expect(try store.eraseWraps(inLockboxes: rows.map(\.id)) == 0)
      }
      let erased = try (Int64(1)...3).map { person in
        try store.wraps(person: person, object: .number, version: 1).map(\.header.isErased)
      }
      #expect(erased == [[false], [true], [true]])
    },
    StoreConformance("wraps are erased under one key and kept under the others") { store throws in
      try store.inBoth {
        for key in Int64(1)...3 { try store.addWrap(1, key: key) }
        try store.addWrap(2, key: 2)
        let erased = try store.eraseWraps(person: 1, object: .number, version: 1, key: 2)
        #expect(erased == [2])
      }
      let rows = try store.wraps(person: 1, object: .number, version: 1)
      #expect(rows.map(\.header.isErased) == [false, true, false])
      let others = try store.wraps(person: 2, object: .number, version: 1)
      #expect(others.map(\.header.id) == [4] && others.map(\.header.isErased) == [false])
    },
    StoreConformance("the live wraps under a key come in pages, in the order of storing") {
      store throws in
      try store.inBoth {
        for person in Int64(1)...4 {
          for key in Int64(1)...2 { try store.addWrap(person, key: key) }
        }
        _ = try store.eraseWraps(person: 2, object: .number, version: 1, key: nil)
      }
      #expect(try store.liveWraps(ofKey: 1, after: 0, limit: 2).map(\.person) == [1, 3])
      #expect(try store.liveWraps(ofKey: 1, after: 5, limit: 9).map(\.id) == [7])
      #expect(try store.liveWraps(ofKey: 3, after: 0, limit: 9).isEmpty)
      #expect(try store.filledWraps(after: 0, limit: 3).map(\.id) == [1, 2, 5])
      #expect(try store.filledWraps(after: 5, limit: 9).map(\.id) == [6, 7, 8])
    },
  ]

  private static func wrap(_ store: any VaultStore) throws(StorageError) -> WrapRow? {
    try store.wrap(person: 1, object: .number, version: 1, key: 1)
  }
}
