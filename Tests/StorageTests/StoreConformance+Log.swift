import Storage
import Testing

extension StoreConformance {
  static let log: [StoreConformance] = [
    StoreConformance("entries come back byte for byte, in order") { store throws in
      try store.inTransaction(.log) {
        try store.addEntry(0, "{}")
        try store.addEntry(1, person: 4, "{\"index\":1}")
        try store.addEntry(2, "")
      }
      let rows = try store.entries(from: 0, limit: 10)
      #expect(rows.map(\.index) == [0, 1, 2])
      #expect(rows[1].bytes == Array("{\"index\":1}".utf8))
      #expect(try store.withEntry(at: 1) { $0.count } == 11)
      #expect(try store.withEntry(at: 2) { $0.count } == 0)
    },
    StoreConformance("an entry that is not there is nil") { store throws in
      #expect(try store.withEntry(at: 0) { $0.count } == nil)
      #expect(try store.entries(from: 0, limit: 10).isEmpty)
    },
    StoreConformance("an index is given once") { store throws in
      try store.begin(.log)
      try store.addEntry(0)
      expect(.constraint) { try store.addEntry(0, "other") }
      try store.commit()
      #expect(try store.entries(from: 0, limit: 10).map(\.bytes) == [Array("entry".utf8)])
    },
    StoreConformance("entries are found by person") { store throws in
      try store.inTransaction(.log) {
        for index in 0..<30 {
          try store.addEntry(index, person: index % 3 == 0 ? 5 : nil)
        }
      }
      #expect(
        try store.entries(ofPerson: 5, from: 9, limit: 3).map(\.index) == [9, 12, 15])
      #expect(try store.entries(ofPerson: 6, from: 0, limit: 9).isEmpty)
    },
    StoreConformance("a page has at most 10,000 rows") { store throws in
      try store.inTransaction(.log) {
        for index in 0..<10_001 { try store.addEntry(index, "") }
      }
      #expect(try store.entries(from: 0, limit: .max).count == 10_000)
      #expect(try store.entries(from: 10_000, limit: 10).count == 1)
      #expect(try store.entries(from: 0, limit: 0).isEmpty)
      #expect(try store.entries(from: 0, limit: -1).isEmpty)
    },
    StoreConformance("checkpoints come back by size") { store throws in
      try store.inTransaction(.log) {
        try store.addCheckpoint(1, "one")
        try store.addCheckpoint(9, "nine")
        try store.addCheckpoint(4, "four")
      }
      #expect(try store.newestCheckpoint() == CheckpointRow(size: 9, text: Array("nine".utf8)))
      #expect(try store.checkpoints(from: 2, limit: 5).map(\.size) == [4, 9])
      try store.begin(.log)
      expect(.constraint) { try store.addCheckpoint(9, "other") }
      store.rollback()
    },
  ]
}
