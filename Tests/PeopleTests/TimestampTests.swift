import People
import TestSupport
import Testing

@Suite("Moments")
struct TimestampTests {
  @Test(
    "ISO texts go to seconds and back",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-22T12:05:35Z", 1_795_349_135),
      ("1969-12-31T23:59:59Z", -1), ("0001-01-01T00:00:00Z", -62_135_596_800),
      ("9999-12-31T23:59:59Z", 253_402_300_799), ("2024-02-29T23:00:00Z", 1_709_247_600),
    ] as [(String, Int64)])
  func iso(text: String, seconds: Int64) {
    #expect(Timestamp(iso: text)?.seconds == seconds)
    #expect(Timestamp(seconds: seconds).iso == text)
  }

  @Test(
    "Any other form is refused",
    arguments: [
      "", "2026-11-22", "2026-11-22T12:05:35", "2026-11-22t12:05:35Z", "2026-11-22T12:05:35z",
      "2026-11-22T24:00:00Z", "2026-11-22T12:60:00Z", "2026-11-22T12:05:60Z",
      "2025-02-29T00:00:00Z", "2026-11-22T12:05:35+09:00", "2026-11-22T12:05:35.0Z",
      "2026/11/22T12:05:35Z", " 2026-11-22T12:05:35Z", "2026-11-22 12:05:35Z",
      "２026-11-22T12:05:3Z", "0000-01-01T00:00:00Z", "+026-11-22T12:05:35Z",
    ])
  func refused(text: String) {
    #expect(Timestamp(iso: text) == nil)
  }

  @Test("Japan's day begins at 15:00 UTC")
  func japan() throws {
    #expect(Timestamp(iso: "2026-12-31T14:59:59Z")?.japanDate == (try day("2026-12-31")))
    #expect(Timestamp(iso: "2026-12-31T15:00:00Z")?.japanDate == (try day("2027-01-01")))
    #expect(Timestamp(iso: "1969-12-31T14:59:59Z")?.japanDate == (try day("1969-12-31")))
    #expect(Timestamp(iso: "2026-12-31T15:00:00Z")?.utcDate == (try day("2026-12-31")))
  }

  @Test("Moments beyond the calendar are held at its ends")
  func ends() {
    #expect(Timestamp(seconds: .max).iso == "9999-12-31T23:59:59Z")
    #expect(Timestamp(seconds: .min).iso == "0001-01-01T00:00:00Z")
    #expect(Timestamp(seconds: .max).japanDate == .last)
    #expect(Timestamp(seconds: 5).adding(seconds: .max).iso == "9999-12-31T23:59:59Z")
    #expect(Timestamp(seconds: -5).adding(seconds: .min).iso == "0001-01-01T00:00:00Z")
  }

  @Test("Random moments are read back, in order")
  func roundTrips() {
    var generator = SplitMix(seed: 3)
    for _ in 0..<20_000 {
      let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_798
      let moment = Timestamp(seconds: Int64.random(in: range, using: &generator))
      #expect(Timestamp(iso: moment.iso) == moment)
      #expect(moment < moment.adding(seconds: 1))
      #expect(moment.iso < moment.adding(seconds: 1).iso)
    }
  }

  @Test("The clock runs and is past the day this was written")
  func now() {
    #expect(Timestamp.now().iso > "2026-11-01T00:00:00Z")
  }
}
