import Numbers
import Secrets
import TestSupport
import Testing
internal import Wording

@Suite("My Numbers")
struct MyNumberTests {
  @Test("Published and derived cases, as strict digits", arguments: NumberCase.all)
  func strict(_ sample: NumberCase) {
    #expect(errorOfDigits(Array(sample.text.utf8)) == sample.error)
  }

  @Test("Published and derived cases, as a field", arguments: NumberCase.all)
  func field(_ sample: NumberCase) {
    let expected = sample.error.map(Result<String, NumberError>.failure) ?? .success(sample.text)
    #expect(normalised(sample.text) == expected)
  }

  @Test("Published and derived cases, in full width in both encodings", arguments: NumberCase.all)
  func fullWidth(_ sample: NumberCase) {
    let expected = sample.error.map(Result<String, NumberError>.failure) ?? .success(sample.text)
    let digits = sample.text.utf8.map { $0 &- 0x30 }
    #expect(normalised(digits.flatMap { [0xEF, 0xBC, 0x90 &+ $0] }) == expected)
    #expect(normalised(digits.flatMap { [0x82, 0x4F &+ $0] }, .cp932) == expected)
  }

  @Test("Published and derived cases, in memory that is taken over", arguments: NumberCase.all)
  func taking(_ sample: NumberCase) {
    let memory = SecretBytes(copying: Array(sample.text.utf8).span)
    do throws(NumberError) {
      let number = try MyNumber(taking: memory)
      #expect(sample.error == nil)
      let digits = number.withDigits { span in span.indices.map { span[$0] } }
      #expect(digits == Array(sample.text.utf8))
      let wiped = number.wiped().withSpan { span in span.indices.map { span[$0] } }
      #expect(wiped == [UInt8](repeating: 0, count: 12))
    } catch {
      #expect(error == sample.error)
    }
  }

  @Test("Memory that a number gave back holds the next one, and nothing of the last")
  func nextNumber() throws {
    let first = try MyNumber(digits: Array("123456789018".utf8).span)
    var memory = first.wiped()
    memory.withMutableSpan { span in
      for (place, digit) in "858319664372".utf8.enumerated() { span[place] = digit }
    }
    let second = try MyNumber(taking: memory)
    let digits = second.withDigits { span in span.indices.map { span[$0] } }
    #expect(digits == Array("858319664372".utf8))
  }

  @Test("Twelve zeros pass the check digit and are refused all the same")
  func zeros() {
    #expect(MyNumber.checkDigit(of: [UInt8](repeating: 0x30, count: 11).span) == 0x30)
    #expect(errorOfDigits([UInt8](repeating: 0x30, count: 12)) == .allZeros)
    #expect(normalised("００００－００００－００００") == .failure(.allZeros))
  }

  @Test("For every remainder the one right check digit is accepted and nine are refused")
  func remainders() throws {
    var random = SplitMix(seed: 20_151_005)
    var met: Set<Int> = []
    for _ in 0..<2000 {
      let values = (0..<11).map { _ in Int.random(in: 0...9, using: &random) }
      let sum = zip(values, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
      met.insert(sum % 11)
      let right = sum % 11 <= 1 ? 0 : 11 - sum % 11
      let body = values.map { UInt8(0x30 + $0) }
      #expect(MyNumber.checkDigit(of: body.span) == UInt8(0x30 + right))
      for digit in 0...9 {
        let error = errorOfDigits(body + [UInt8(0x30 + digit)])
        #expect(error == (digit == right ? nil : .badCheckDigit))
      }
    }
    #expect(met == Set(0...10))
  }

  @Test(
    "Spaces and hyphens of all kinds are skipped",
    arguments: [
      "1234-5678-9018", "1234 5678 9018", " 123456789018\t", "１２３４－５６７８－９０１８",
      "1234‐5678‑9018", "1234–5678—9018", "1234―5678−9018", "1234ー5678ｰ9018",
      "１２３４　５６７８　９０１８", "1234\u{A0}5678\u{202F}9018", "\u{FEFF}123456789018\u{200B}",
      "1２3４5６7８9０1８", "1234─5678━9018", "-1-2-3-4-5-6-7-8-9-0-1-8-",
    ])
  func separators(_ text: String) {
    #expect(normalised(text) == .success("123456789018"))
  }

  @Test("Spaces and hyphens of CP932 are skipped")
  func cp932Separators() {
    let digits = "123456789018".utf8.map { [$0] }
    for separator: [UInt8] in [
      [0x81, 0x40], [0x81, 0x5B], [0x81, 0x5C], [0x81, 0x5D], [0x81, 0x7C], [0x84, 0x9F],
      [0x84, 0xAA], [0xB0], [0x20], [0x2D], [0x09],
    ] {
      let field = Array(digits.joined(separator: separator))
      #expect(normalised(field, .cp932) == .success("123456789018"))
    }
  }

  @Test(
    "Anything else is a bad character",
    arguments: [
      "12345678901A", "1234.5678.9018", "1234/5678/9018", "一二三四五六七八九〇一八",
      "①23456789018", "١٢٣٤٥٦٧٨٩٠١٨", "123456789018\n", "123456789018,", "\"123456789018\"",
      "123456789018\0", "+123456789018", "1.23457E+11", "🄁23456789018", "ー１２３か",
    ])
  func badCharacters(_ text: String) {
    #expect(normalised(text) == .failure(.badCharacter))
  }

  @Test(
    "Broken bytes are bad characters in either encoding",
    arguments: [
      [0xEF], [0xEF, 0xBC], [0xEF, 0xBC, 0x9A], [0xC2], [0xC2, 0x31], [0xFF], [0x80],
      [0xE2, 0x80, 0x31], [0x82], [0x82, 0x4E], [0x82, 0x59], [0x81, 0x41], [0xA0], [0xFC, 0xFC],
    ] as [[UInt8]])
  func brokenBytes(_ bytes: [UInt8]) {
    for encoding: NumberEncoding in [.utf8, .cp932] {
      #expect(normalised(bytes, encoding) == .failure(.badCharacter))
      let field = Array("123456789018".utf8) + bytes
      #expect(normalised(field, encoding) == .failure(.badCharacter))
    }
  }

  @Test("A field of one encoding is no number in the other")
  func encodingsDiffer() {
    let utf8 = Array("１２３４５６７８９０１８".utf8)
    #expect(normalised(utf8, .cp932) == .failure(.badCharacter))
    let cp932 = "123456789018".utf8.flatMap { [0x82, $0 + 0x1F] as [UInt8] }
    #expect(normalised(cp932, .cp932) == .success("123456789018"))
    #expect(normalised(cp932, .utf8) == .failure(.badCharacter))
  }

  @Test("Nothing but separators is empty", arguments: ["", " ", "　", "----", "\u{FEFF}"])
  func empty(_ text: String) {
    #expect(normalised(text) == .failure(.empty))
  }

  @Test(
    "Eleven and thirteen digits are of the wrong length",
    arguments: ["12345678901", "1234567890189", "1", "1234-5678-901"])
  func wrongLength(_ text: String) {
    #expect(normalised(text) == .failure(.wrongLength))
  }

  @Test("Strict digits know no separators", arguments: ["1234-5678-9018", "12345678901８", " "])
  func strictSeparators(_ text: String) {
    #expect(errorOfDigits(Array(text.utf8)) == .badCharacter)
  }

  @Test(
    "A check digit is only made of eleven digits", arguments: ["", "1234567890", "1234567890a"])
  func noCheckDigit(_ text: String) {
    #expect(MyNumber.checkDigit(of: Array(text.utf8).span) == nil)
    #expect(MyNumber.checkDigit(of: Array("123456789018".utf8).span) == nil)
  }

  @Test("No error holds a digit")
  func errorsAreSilent() {
    let errors: [NumberError] = [.empty, .wrongLength, .badCharacter, .badCheckDigit, .allZeros]
    for error in errors {
      let digits = error.description.filter(\.isNumber)
      #expect(digits.isEmpty)
    }
  }

  @Test("No bytes crash the scanner")
  func fuzz() {
    var random = SplitMix(seed: 7)
    let bytes: [UInt8] = [0x30, 0x31, 0x2D, 0x81, 0x82, 0x4F, 0x5B, 0xEF, 0xBC, 0x90, 0xE2, 0x80]
    for _ in 0..<5000 {
      let count = Int.random(in: 0...30, using: &random)
      let field = (0..<count).map { _ in bytes.randomElement(using: &random) ?? 0 }
      for encoding: NumberEncoding in [.utf8, .cp932] {
        if case .success(let digits) = normalised(field, encoding) {
          #expect(errorOfDigits(Array(digits.utf8)) == nil)
        }
      }
    }
  }
}
