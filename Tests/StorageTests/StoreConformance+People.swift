import Storage
import Testing

extension StoreConformance {
  static let people: [StoreConformance] = [
    StoreConformance("a person comes back whole and lent") { store throws in
      try store.inTransaction(.log) { () throws in
        #expect(try store.addPerson("0012-2", pin: 8) == 1)
      }
      let row = PersonRow(
        id: 1, code: Array("0012-2".utf8), uid: bytes(1, 16), record: bytes(2, 90), pin: 8,
        profile: bytes(3, 120), profileCommitment: bytes(4, 32), profileVersion: 1)
      #expect(try store.findPerson("0012-2") == row)
      #expect(try store.person(id: 1) == row)
      let code = row.code
      let lent = try store.withPerson(code: code.span) { id, pin, uid, record in
        id == 1 && pin == 8 && uid.count == 16 && record.count == 90 && record[89] == 2
      }
      #expect(lent == true)
      let profile = try store.withProfile(id: 1) { version, sealed, commitment in
        version == 1 && sealed.count == 120 && sealed[0] == 3 && commitment.count == 32
      }
      #expect(profile == true)
    },
    StoreConformance("a person who is not there is nil") { store throws in
      #expect(try store.findPerson("0001") == nil)
      #expect(try store.person(id: 1) == nil)
      #expect(try store.withProfile(id: 1) { version, _, _ in version } == nil)
      #expect(try store.people(after: 0, limit: 10).isEmpty)
    },
    StoreConformance("a code is given once") { store throws in
      try store.begin(.log)
      _ = try store.addPerson("0001")
      expect(.constraint) { _ = try store.addPerson("0001") }
      _ = try store.addPerson("0001-1")
      try store.commit()
      #expect(try store.personCount() == 2)
    },
    StoreConformance("records and profiles are replaced with their pins") { store throws in
      let (record, profile, commitment) = (bytes(20, 400), bytes(21, 64), bytes(22, 32))
      try store.inTransaction(.log) {
        let id = try store.addPerson("0001")
        try store.updatePersonRecord(id: id, record: record.span, pin: 17)
        try store.updateProfile(
          id: id, profile: profile.span, commitment: commitment.span, version: 2)
      }
      let row = try #require(try store.findPerson("0001"))
      #expect(row.record == record && row.pin == 17)
      #expect(row.profile == profile && row.profileCommitment == commitment)
      #expect(row.profileVersion == 2)
    },
    StoreConformance("nobody is replaced who is not there") { store throws in
      let some = bytes(1, 4)
      try store.begin(.log)
      expect(.missing) { try store.updatePersonRecord(id: 3, record: some.span, pin: 1) }
      expect(.missing) {
        try store.updateProfile(id: 3, profile: some.span, commitment: some.span, version: 1)
      }
      store.rollback()
    },
    StoreConformance("people are paged by row id") { store throws in
      try store.inTransaction(.log) {
        for code in ["c", "a", "b", "d"] { _ = try store.addPerson(code) }
      }
      #expect(try store.people(after: 0, limit: 3).map(\.id) == [1, 2, 3])
      #expect(try store.people(after: 3, limit: 3).map(\.code) == [Array("d".utf8)])
    },
  ]
}
