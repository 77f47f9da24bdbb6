import Storage
import Testing

extension StoreConformance {
  static let numbers: [StoreConformance] = [
    StoreConformance("a number's versions are kept apart") { store throws in
      try store.inTransaction(.log) {
        try store.addNumber(1, version: 1)
        try store.addNumber(1, version: 2, sealed: bytes(50, 40))
        try store.addNumber(2, version: 1)
      }
      #expect(try store.number(person: 1, version: 2)?.sealed == bytes(50, 40))
      #expect(try store.number(person: 1, version: 1)?.commitment == bytes(6, 32))
      #expect(try store.number(person: 1, version: 3) == nil)
      #expect(try store.withNumber(person: 9, version: 1) { isErased, _, _ in isErased } == nil)
    },
    StoreConformance("a number has 40 bytes, its commitment 32, a version one row") {
      store throws in
      let (sealed, commitment) = (bytes(1, 40), bytes(1, 31))
      try store.begin(.log)
      expect(.constraint) { try store.addNumber(1, sealed: bytes(1, 41)) }
      expect(.constraint) { try store.addNumber(1, sealed: []) }
      expect(.constraint) {
        try store.insertNumber(
          person: 1, version: 1, sealed: sealed.span, commitment: commitment.span)
      }
      try store.addNumber(1)
      expect(.constraint) { try store.addNumber(1) }
      try store.commit()
    },
    StoreConformance("an erased number leaves zeros and a tombstone") { store throws in
      try store.inTransaction(.log) {
        try store.addNumber(1)
        #expect(try store.eraseNumber(person: 1, version: 1) == true)
        #expect(try store.eraseNumber(person: 1, version: 1) == false)
        #expect(try store.eraseNumber(person: 2, version: 1) == false)
      }
      let row = try #require(try store.number(person: 1, version: 1))
      #expect(row.isErased && row.sealed == bytes(0, 40))
      let lent = try store.withNumber(person: 1, version: 1) { isErased, sealed, commitment in
        isErased && sealed[0] == 0 && commitment.count == 32
      }
      #expect(lent == true)
    },
    StoreConformance("a number is replaced where it stands, and not once it is erased") {
      store throws in
      let (sealed, commitment) = (bytes(61, 40), bytes(62, 32))
      func replace(_ person: Int64, _ version: Int = 1) throws(StorageError) {
        try store.replaceNumber(
          person: person, version: version, sealed: sealed.span, commitment: commitment.span)
      }
      try store.begin(.log)
      try store.addNumber(1)
      try store.addNumber(2)
      try store.addSecondEntry(1)
      try replace(1)
      try store.replaceSecondEntry(
        person: 1, version: 1, sealed: sealed.span, commitment: commitment.span)
      expect(.missing) { try replace(1, 2) }
      _ = try store.eraseNumber(person: 2, version: 1)
      expect(.missing) { try replace(2) }
      expect(.constraint) {
        try store.replaceNumber(
          person: 1, version: 1, sealed: commitment.span, commitment: commitment.span)
      }
      try store.commit()
      #expect(try store.number(person: 1, version: 1)?.sealed == sealed)
      #expect(try store.number(person: 1, version: 1)?.id == 1)
      #expect(try store.secondEntry(person: 1, version: 1)?.commitment == commitment)
      #expect(try store.number(person: 2, version: 1)?.sealed == bytes(0, 40))
      expect(.wrongTransaction) { try replace(1) }
    },
    StoreConformance("a version has one second entry, apart from the number itself") {
      store throws in
      try store.inTransaction(.log) {
        try store.addNumber(1)
        try store.addSecondEntry(1, sealed: bytes(51, 40))
        expect(.constraint) { try store.addSecondEntry(1) }
        expect(.constraint) { try store.addSecondEntry(2, sealed: bytes(1, 39)) }
      }
      #expect(try store.number(person: 1, version: 1)?.sealed == bytes(5, 40))
      #expect(try store.secondEntry(person: 1, version: 1)?.sealed == bytes(51, 40))
      #expect(try store.secondEntry(person: 1, version: 2) == nil)
      try store.begin(.log)
      #expect(try store.eraseSecondEntry(person: 1, version: 1) == true)
      #expect(try store.eraseSecondEntry(person: 1, version: 1) == false)
      #expect(try store.eraseSecondEntry(person: 2, version: 1) == false)
      try store.commit()
      let row = try #require(try store.secondEntry(person: 1, version: 1))
      #expect(row.isErased && row.sealed == bytes(0, 40))
      #expect(try store.number(person: 1, version: 1)?.isErased == false)
    },
    StoreConformance("evidence is found by its version") { store throws in
      try store.inTransaction(.log) {
        try store.addEvidence(1, version: 1)
        try store.addEvidence(1, version: 3)
        try store.addEvidence(1, version: 2)
        expect(.constraint) { try store.addEvidence(1, version: 4, commitment: []) }
      }
      #expect(try store.evidence(person: 1, version: 3)?.version == 3)
      #expect(try store.evidence(person: 1, version: 2)?.sealed == bytes(2, 200))
      #expect(try store.evidence(person: 1, version: 4) == nil)
      #expect(try store.evidence(person: 2, version: 2) == nil)
    },
    StoreConformance("evidence stands in the place of what was kept of its version before") {
      store throws in
      try store.inTransaction(.log) {
        try store.addEvidence(1, version: 1)
        try store.addEvidence(1, version: 2)
        try store.addEvidence(1, version: 1, commitment: bytes(4, 32), sealed: bytes(5, 300))
      }
      let evidence = try store.evidence(person: 1, version: 1)
      #expect(evidence?.sealed == bytes(5, 300) && evidence?.commitment == bytes(4, 32))
      #expect(try store.evidence(person: 1, version: 2)?.sealed == bytes(2, 200))
    },
  ]

  static let documents: [StoreConformance] = [
    StoreConformance("a document is kept once and as it was") { store throws in
      try store.inTransaction(.log) {
        try store.addDocument(1, "policy", "first")
        try store.addDocument(1, "policy", "second")
      }
      #expect(
        try store.findDocument(1)
          == DocumentRow(digest: bytes(1, 32), kind: "policy", bytes: Array("first".utf8)))
      #expect(try store.findDocument(2) == nil)
    }
  ]
}
