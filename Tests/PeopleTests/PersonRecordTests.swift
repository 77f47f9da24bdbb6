import People
import TestSupport
import Testing

@Suite("The decision record")
struct PersonRecordTests {
  @Test("A thousand random records are read back, and give the same bytes again")
  func roundTrips() throws {
    var generator = SplitMix(seed: 4)
    for _ in 0..<1000 {
      let record = try randomRecord(using: &generator)
      let bytes = record.canonicalBytes()
      let back = try PersonRecord(decoding: bytes.span)
      #expect(back == record)
      #expect(back.canonicalBytes() == bytes)
    }
  }

  @Test("Read one after the other, records that say the same or not are what they are alone")
  func remembering() throws {
    var generator = SplitMix(seed: 8)
    let records = try (0..<40).map { _ in try randomRecord(using: &generator) }
    var memory = RecordMemory()
    for _ in 0..<2000 {
      var record = try #require(records.randomElement(using: &generator))
      let other = try #require(records.randomElement(using: &generator))
      if Bool.random(using: &generator) { record.declarations = other.declarations }
      if Bool.random(using: &generator) { record.verification = other.verification }
      let bytes = record.canonicalBytes()
      #expect(try PersonRecord.decoded(bytes.span, remembering: &memory) == record)
    }
  }

  @Test("A changed bit or a cut is seen after a record that was right, too")
  func rememberedFlips() throws {
    var generator = SplitMix(seed: 9)
    for _ in 0..<10 {
      let bytes = try randomRecord(using: &generator).canonicalBytes()
      for index in bytes.indices {
        var memory = RecordMemory()
        _ = try PersonRecord.decoded(bytes.span, remembering: &memory)
        #expect(throws: PeopleError.malformed) {
          try PersonRecord.decoded(
            bytes.span.extracting(first: index), remembering: &memory)
        }
        var changed = bytes
        changed[index] ^= 1 << (index % 8)
        let alone = try? PersonRecord(decoding: changed.span)
        let after = try? PersonRecord.decoded(changed.span, remembering: &memory)
        #expect(after == alone)
      }
    }
  }

  @Test("Every cut and every trailing byte is malformed")
  func cuts() throws {
    var generator = SplitMix(seed: 5)
    for _ in 0..<20 {
      let bytes = try randomRecord(using: &generator).canonicalBytes()
      for count in 0..<bytes.count {
        #expect(throws: PeopleError.malformed) {
          try PersonRecord(decoding: bytes.span.extracting(first: count))
        }
      }
      for byte: UInt8 in [0, 1, 255] {
        let longer = bytes + [byte]
        #expect(throws: PeopleError.malformed) { try PersonRecord(decoding: longer.span) }
      }
    }
  }

  @Test("A changed bit is malformed or another record with exactly these bytes")
  func flips() throws {
    var generator = SplitMix(seed: 6)
    for _ in 0..<20 {
      let bytes = try randomRecord(using: &generator).canonicalBytes()
      for index in bytes.indices {
        for bit in 0..<8 {
          var changed = bytes
          changed[index] ^= 1 << bit
          guard let record = try? PersonRecord(decoding: changed.span) else { continue }
          #expect(record.canonicalBytes() == changed)
        }
      }
    }
  }

  @Test("Random bytes are malformed")
  func noise() {
    var generator = SplitMix(seed: 7)
    for _ in 0..<5000 {
      let count = Int.random(in: 0...200, using: &generator)
      var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      if !bytes.isEmpty { bytes[0] = 1 }
      #expect(throws: PeopleError.malformed) { try PersonRecord(decoding: bytes.span) }
    }
  }

  @Test("The bytes of a bare record are these")
  func golden() throws {
    let id = try PersonID([UInt8](repeating: 0xAB, count: 16))
    var record = PersonRecord(
      id: id, code: try PersonCode("7"), kind: .employee, relationship: .oneself)
    record.hiredOn = try day("1970-01-02")
    let none: [UInt8] = [0x80, 0, 0, 0]
    var expected: [UInt8] = [1]
    expected += [UInt8](repeating: 0xAB, count: 16)
    expected += [0, 0, 0, 1, 0x37, 1, 1, 0, 0, 0]  // code, kind, relationship, standing, year
    expected += [0, 0, 0, 0, 0, 0]  // no declaration, no verification, no reason
    expected += [UInt8](repeating: 0, count: 12)  // version 0 of none
    expected += [0, 0, 0, 1] + none + [0] + none  // hired, left, reason, paid
    expected += [UInt8](repeating: 0, count: 12)  // no event, no hold, no purge
    expected += [UInt8](repeating: 0, count: 12)  // no request, no change done, no second entry
    expected += [UInt8](repeating: 0, count: 8)  // nothing unsealed, no former verification
    expected += [0]  // the name is not lost
    #expect(record.canonicalBytes() == expected)
  }

  @Test("What a number is not sealed for stands at the end, in order, each once")
  func unsealed() throws {
    let id = try PersonID([UInt8](repeating: 1, count: 16))
    var record = PersonRecord(id: id, code: try PersonCode("7"), kind: .officer)
    record.noteUnsealed(["b", "a", "b"])
    #expect(record.unsealedPurposes == ["a", "b"])
    let bytes = record.canonicalBytes()
    // Behind it stand the former verifications, of which there are none, and that no name is lost.
    let end: [UInt8] = [0, 0, 0, 2, 0, 0, 0, 1, 0x61, 0, 0, 0, 1, 0x62, 0, 0, 0, 0, 0]
    #expect(Array(bytes.suffix(19)) == end)
    #expect(try PersonRecord(decoding: bytes.span) == record)
    for (place, byte) in [(11, 0x62), (11, 0x63), (16, 3)] as [(Int, UInt8)] {
      var changed = bytes
      changed[bytes.count - place] = byte
      #expect(throws: PeopleError.malformed) { try PersonRecord(decoding: changed.span) }
    }
    record.noteSealed(for: "a")
    #expect(record.unsealedPurposes == ["b"])
  }

  @Test("A false count asks for no memory")
  func falseCount() throws {
    let id = try PersonID([UInt8](repeating: 1, count: 16))
    var bytes = PersonRecord(id: id, code: try PersonCode("7"), kind: .payee).canonicalBytes()
    let declarations = 1 + 16 + 5 + 2 + 3
    for index in 0..<4 { bytes[declarations + index] = 0xFF }
    #expect(throws: PeopleError.malformed) { try PersonRecord(decoding: bytes.span) }
  }

  @Test("Purposes out of order or twice are malformed")
  func order() throws {
    let id = try PersonID([UInt8](repeating: 1, count: 16))
    var record = PersonRecord(id: id, code: try PersonCode("7"), kind: .payee)
    let date = try day("2026-04-01")
    record.declarations = [
      Declaration(
        id: try DeclarationID(id.bytes), purposes: ["b", "a", "b"], date: date, method: "", by: "")
    ]
    record.notePurge(of: "d", on: date)
    record.notePurge(of: "c", on: date)
    #expect(record.declarations[0].purposes == ["a", "b"])
    #expect(record.purgedPurposes.map(\.purpose) == ["c", "d"])
    let bytes = record.canonicalBytes()
    for (from, to) in [("a", "c"), ("a", "b"), ("c", "e"), ("c", "d")] {
      let old: [UInt8] = [0, 0, 0, 1] + Array(from.utf8)
      let place = try #require(
        bytes.indices.first { bytes[$0...].starts(with: old) && $0 > 20 })
      var changed = bytes
      changed[place + 4] = try #require(to.utf8.first)
      #expect(throws: PeopleError.malformed) { try PersonRecord(decoding: changed.span) }
    }
  }

  @Test("A purge noted again keeps the later day, and can be taken back")
  func purges() throws {
    let id = try PersonID([UInt8](repeating: 1, count: 16))
    var record = PersonRecord(id: id, code: try PersonCode("7"), kind: .payee)
    let (first, second) = (try day("2034-01-11"), try day("2035-01-11"))
    for purpose in ["m", "z", "a", "m"] { record.notePurge(of: purpose, on: first) }
    record.notePurge(of: "m", on: second)
    #expect(record.purgedPurposes.map(\.purpose) == ["a", "m", "z"])
    #expect(record.purgedOn("m") == second)
    #expect(record.purgedOn("a") == first)
    #expect(record.purgedOn("none") == nil)
    record.forgetPurge(of: "m")
    #expect(record.purgedOn("m") == nil)
  }

  @Test("What was declared, and which declaration is the newest")
  func declarations() throws {
    let id = try PersonID([UInt8](repeating: 1, count: 16))
    var record = PersonRecord(id: id, code: try PersonCode("7"), kind: .employee)
    let old = Declaration(
      id: try DeclarationID([UInt8](repeating: 1, count: 16)), purposes: ["tax", "pension"],
      date: try day("2025-04-01"), method: "notice", noticeDigest: [], by: "u")
    let new = Declaration(
      id: try DeclarationID([UInt8](repeating: 2, count: 16)), purposes: ["tax"],
      date: try day("2026-04-01"), method: "notice", by: "u")
    record.declarations = [old, new]
    #expect(old.noticeDigest == nil)
    #expect(record.declaration(covering: "tax") == new)
    #expect(record.declaration(covering: "pension") == old)
    #expect(record.declaration(covering: "employment") == nil)
    #expect(record.declares("pension"))
    #expect(!record.declares("tax-"))
    #expect(record.declaredPurposes == ["pension", "tax"])
  }

  @Test("The current number is that of the current version")
  func versions() throws {
    let id = try PersonID([UInt8](repeating: 1, count: 16))
    var record = PersonRecord(id: id, code: try PersonCode("7"), kind: .employee)
    #expect(record.current == nil)
    let (first, second) = (try day("2025-04-01"), try day("2026-04-01"))
    record.versions = [
      NumberVersion(version: 1, declaredOn: first, replacedOn: second, how: .changed),
      NumberVersion(version: 2, declaredOn: second),
    ]
    record.currentVersion = 2
    #expect(record.current?.declaredOn == second)
    #expect(record.version(1)?.how == .changed)
    #expect(record.version(3) == nil)
    record.currentVersion = 3
    #expect(record.current == nil)
  }

  @Test("A hold ends after its last day")
  func holds() throws {
    let id = try PersonID([UInt8](repeating: 1, count: 16))
    var record = PersonRecord(id: id, code: try PersonCode("7"), kind: .employee)
    let last = try day("2030-03-31")
    record.holds = [Hold(id: "a", reason: "suit", until: last), Hold(id: "b", reason: "audit")]
    #expect(record.holds(on: last).map(\.id) == ["a", "b"])
    #expect(record.holds(on: last.adding(days: 1)).map(\.id) == ["b"])
  }

  @Test("Only a ground for the number makes verification complete")
  func verification() throws {
    let date = try day("2026-04-01")
    #expect(!Verification.none.isComplete)
    #expect(!Verification.numberProved(rule: "r", on: date, policy: "p").isComplete)
    #expect(!Verification.claimed(on: date, by: "u").isComplete)
    #expect(Verification.employeeDuty.isComplete)
    #expect(Verification.legacy(attestedOn: date, by: "u").isComplete)
    #expect(Verification.articleNineteenFour(consentOn: date).isComplete)
    #expect(Verification.verified(rule: "r", on: date, policy: "p").isComplete)
  }

  @Test("Under sixteen is known only with the day of birth")
  func sixteen() throws {
    let standing = DependentStanding(
      taxDependent: true, sixteenFrom: try day("2010-01-01").firstYear(ofAge: 16))
    #expect(standing.isUnderSixteen(inIncomeYear: 2024) == true)
    #expect(standing.isUnderSixteen(inIncomeYear: 2025) == false)
    #expect(DependentStanding.none.isUnderSixteen(inIncomeYear: 2025) == nil)
    #expect(DependentStanding(sixteenFrom: 0).sixteenFrom == nil)
    #expect(DependentStanding(sixteenFrom: 10_000).sixteenFrom == nil)
    #expect(!DependentStanding.none.isDependent)
    #expect(DependentStanding(category3: true).isDependent)
  }
}
