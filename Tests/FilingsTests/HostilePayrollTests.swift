import Filings
import TestSupport
import Testing

@Suite("Payroll files that someone spoilt")
struct HostilePayrollTests {
  @Test(
    "whatever the bytes, there is a plan or an error, and a plan can be written",
    arguments: ["payroll-2025.csv", "payroll-2025-unified.csv"])
  func spoilt(name: String) throws {
    let lines = try FileBytes.checkout("Samples/\(name)").split(separator: 0x0A).prefix(6)
    let bytes = lines.flatMap { $0 + [0x0A] }
    let cast = try Cast.sample()
    var generator = SplitMix(seed: 20_251_231)
    var (plans, errors) = (0, 0)
    for _ in 0..<150 {
      do {
        let file = try Fixture.payroll(Self.spoil(bytes, &generator), discardNumbers: true)
        let copies: [SlipCopy] = file.file.form == .headed ? SlipCopy.allCases : [.municipality]
        for copy in copies {
          let request = SlipRequest(incomeYear: 2025, copy: copy, substitutes: true)
          _ = try Fixture.plan(file, request, cast).bytes { _ in "123456789018" }
          plans += 1
        }
      } catch is FilingError {
        errors += 1
      }
    }
    #expect(errors > 0 && plans > 0)
  }

  private static func spoil(_ bytes: [UInt8], _ generator: inout SplitMix) -> [UInt8] {
    var spoilt = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let place = Int.random(in: spoilt.indices, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: spoilt[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: spoilt.remove(at: place)
      case 2: spoilt[place] = UInt8.random(in: 0x30...0x39, using: &generator)
      default:
        let digits = String(repeating: "9", count: Int.random(in: 1...30, using: &generator))
        spoilt.insert(contentsOf: Array(digits.utf8), at: place)
      }
    }
    return spoilt
  }
}
