import People
import Testing

@Suite("Profiles")
struct ProfileTests {
  private func full() throws -> Profile {
    var profile = Profile(name: "髙橋 花子")
    profile.familyName = "髙橋"
    profile.givenName = "花子"
    profile.kana = "タカハシ ハナコ"
    profile.filingName = "高橋　花子"
    profile.alias = "HANA"
    profile.birthDate = try day("1990-01-01")
    profile.sex = .female
    profile.postalCode = "100-0001"
    profile.address = "東京都千代田区千代田１－１"
    profile.filingAddress = "東京都千代田区千代田１－１"
    profile.municipalityCode = "13101"
    profile.livesAbroad = true
    profile.ownCode = try PersonCode("0040")
    return profile
  }

  @Test("A profile is read back from its bytes")
  func roundTrip() throws {
    for profile in [try full(), Profile(name: "A"), Profile(name: "")] {
      let bytes = profile.encoded()
      let back = try Profile(decoding: bytes.span)
      #expect(back == profile)
      #expect(back.encoded() == bytes)
    }
  }

  @Test("Every cut and every trailing byte is malformed")
  func cuts() throws {
    let bytes = try full().encoded()
    for count in 0..<bytes.count {
      #expect(throws: PeopleError.malformed) {
        try Profile(decoding: bytes.span.extracting(first: count))
      }
    }
    let longer = bytes + [0]
    #expect(throws: PeopleError.malformed) { try Profile(decoding: longer.span) }
  }

  @Test("A changed byte is malformed or another profile with exactly these bytes")
  func flips() throws {
    let bytes = try full().encoded()
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        guard let profile = try? Profile(decoding: changed.span) else { continue }
        #expect(profile.encoded() == changed)
      }
    }
  }

  @Test("A date in another form, an unknown sex and a false flag are malformed")
  func strict() {
    for (date, sex, flag) in [("1990/1/1", 1, 0), ("1990-01-01", 3, 0), ("1990-01-01", 1, 2)] {
      var fields = FieldWriter()
      fields.write(1)
      for text in ["A", "", "", "", "", "", date] { fields.write(text) }
      fields.write(sex)
      for text in ["", "", "", ""] { fields.write(text) }
      fields.write(flag)
      fields.write("")
      let bytes = fields.bytes
      #expect(throws: PeopleError.malformed) { try Profile(decoding: bytes.span) }
    }
  }
}
