import Storage
import Testing

extension StoreConformance {
  static let spools: [StoreConformance] = [
    StoreConformance("a spool gives back what it took, as often as asked") { store throws in
      let spool = try store.makeSpool()
      var expected: [UInt8] = []
      for index in 0..<3_000 {
        let row = bytes(UInt8(index % 251), index % 90)
        try spool.append(row.span)
        expected += row
      }
      #expect(spool.count == expected.count)
      for _ in 0..<2 {
        try spool.rewind()
        var read = bytes(0, expected.count + 5)
        var span = read.mutableSpan
        #expect(try spool.read(into: &span) == expected.count)
        #expect(Array(read.prefix(expected.count)) == expected)
      }
    },
    StoreConformance("a spool takes a row larger than its buffer") { store throws in
      let spool = try store.makeSpool()
      let row = bytes(3, 300_000)
      try spool.append(row.span)
      try spool.append(row.span)
      try spool.rewind()
      var read = bytes(0, 599_999)
      var span = read.mutableSpan
      #expect(try spool.read(into: &span) == 599_999)
      #expect(read == bytes(3, 599_999))
    },
    StoreConformance("an empty spool has nothing to read") { store throws in
      let spool = try store.makeSpool()
      try spool.rewind()
      var read = bytes(9, 4)
      var span = read.mutableSpan
      #expect(try spool.read(into: &span) == 0)
      #expect(read == bytes(9, 4))
    },
    StoreConformance("a file's bytes are lent in a reading transaction only") { store throws in
      expect(.wrongTransaction) { _ = try store.contents(of: .records) }
      try store.begin(.log)
      expect(.wrongTransaction) { _ = try store.contents(of: .keys) }
      store.rollback()
      try store.begin(.reading)
      #expect(try !store.contents(of: .records).isEmpty)
      var pieces = 0
      try store.forEachChunk(of: .keys) { _ in
        pieces += 1
        return false
      }
      #expect(pieces == 1)
      store.rollback()
    },
  ]
}
