import People
import Testing

@Suite("Length-prefixed fields")
struct FieldTests {
  @Test("The bytes are a count of four bytes and the value, big-endian")
  func layout() {
    var writer = FieldWriter()
    writer.write("あ")
    writer.write([1, 2])
    writer.write(258)
    writer.write([UInt8]())
    let expected: [UInt8] = [
      0, 0, 0, 3, 0xE3, 0x81, 0x82, 0, 0, 0, 2, 1, 2, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0,
      0,
    ]
    #expect(writer.bytes == expected)
  }

  @Test("What was written is read back")
  func roundTrip() throws {
    var writer = FieldWriter(reserving: 64)
    writer.write("label")
    writer.write(-1)
    writer.write(UInt64.max)
    writer.write([9, 8, 7])
    writer.write([5].span)
    let bytes = writer.bytes
    var reader = FieldReader()
    #expect(try reader.text(from: bytes.span) == "label")
    #expect(try reader.integer(from: bytes.span) == -1)
    #expect(try reader.unsigned(from: bytes.span) == .max)
    #expect(try reader.bytes(3, from: bytes.span) == [9, 8, 7])
    let early = reader.isAtEnd(of: bytes.span)
    #expect(!early)
    let lent = try reader.withBytes(from: bytes.span) { (span) throws(PeopleError) in span[0] }
    #expect(lent == 5)
    let late = reader.isAtEnd(of: bytes.span)
    #expect(late)
    try reader.finish(bytes.span)
  }

  @Test("An identifier is its sixteen bytes, and a writer begins again with what it is given")
  func identifierFields() throws {
    let id = (1...16).map { UInt8($0) }
    var plain = FieldWriter()
    plain.write(id)
    var writer = FieldWriter()
    writer.write("gone")
    writer.restart()
    writer.write(try PersonID(id))
    #expect(writer.bytes == plain.bytes)
    writer.restart(with: plain.bytes)
    writer.write(try DeclarationID(id))
    writer.append(plain.bytes)
    #expect(writer.bytes == plain.bytes + plain.bytes + plain.bytes)
  }

  @Test("Two lists of values never give the same bytes")
  func injective() {
    var left = FieldWriter()
    left.write("ab")
    left.write("c")
    var right = FieldWriter()
    right.write("a")
    right.write("bc")
    #expect(left.bytes != right.bytes)
  }

  @Test(
    "Bytes that hold no field are malformed",
    arguments: [
      [], [0], [0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 2, 1], [0xFF, 0xFF, 0xFF, 0xFF],
      [0x7F, 0xFF, 0xFF, 0xFF, 1], [0x80, 0, 0, 0, 1],
    ] as [[UInt8]])
  func short(bytes: [UInt8]) {
    #expect(throws: PeopleError.malformed) {
      var reader = FieldReader()
      return try reader.bytes(from: bytes.span)
    }
  }

  @Test("A field of the wrong size, a false text and bytes left over are malformed")
  func strict() {
    let three: [UInt8] = [0, 0, 0, 3, 0xE3, 0x81, 0x80 - 1]
    #expect(throws: PeopleError.malformed) {
      var reader = FieldReader()
      return try reader.integer(from: three.span)
    }
    #expect(throws: PeopleError.malformed) {
      var reader = FieldReader()
      return try reader.bytes(4, from: three.span)
    }
    #expect(throws: PeopleError.malformed) {
      var reader = FieldReader()
      return try reader.text(from: three.span)
    }
    #expect(throws: PeopleError.malformed) {
      var reader = FieldReader()
      let bytes: [UInt8] = [0, 0, 0, 0, 0]
      _ = try reader.bytes(from: bytes.span)
      try reader.finish(bytes.span)
    }
  }

  @Test("Identifiers are sixteen bytes")
  func identifiers() throws {
    let bytes = [UInt8](0..<16)
    #expect(try PersonID(bytes).bytes == bytes)
    #expect(try PersonID(bytes.span).hex == "000102030405060708090a0b0c0d0e0f")
    #expect(try DeclarationID(bytes) == DeclarationID(bytes))
    #expect(try DeclarationID(bytes) != DeclarationID(bytes.reversed()))
    for count in [0, 15, 17, 32] {
      let wrong = [UInt8](repeating: 1, count: count)
      #expect(throws: PeopleError.identifierLength) { try PersonID(wrong) }
      #expect(throws: PeopleError.identifierLength) { try DeclarationID(wrong) }
    }
  }
}
