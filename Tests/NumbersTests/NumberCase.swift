import Numbers
import Testing

/// A string and what the room must say of it; nil where it is a My Number.
///
/// The published ones are test values of public test suites, the derived ones meet every remainder
/// of the formula twice. None was collected from a person.
struct NumberCase: Sendable, CustomTestStringConvertible {
  let text: String
  let error: NumberError?

  init(_ text: String, _ error: NumberError? = nil) {
    self.text = text
    self.error = error
  }

  var testDescription: String { text }

  static let all = published + derived

  static let published: [Self] = [
    .init("621498320257"),
    .init("873321641958"),
    .init("491131223718"),
    .init("176521275740"),
    .init("465281266333"),
    .init("116428722815"),
    .init("292175895982"),
    .init("987654321098", .badCheckDigit),
    .init("185672239886", .badCheckDigit),
    .init("654629853732", .badCheckDigit),
    .init("111111111111", .badCheckDigit),
    .init("614106526000"),
    .init("060122228102"),
    .init("467430101604"),
    .init("734220726006"),
    .init("207304711608"),
    .init("614106526006", .badCheckDigit),
    .init("060122228103", .badCheckDigit),
    .init("467430101602", .badCheckDigit),
    .init("734220726004", .badCheckDigit),
    .init("207304711604", .badCheckDigit),
    .init("123456789018"),
    .init("123456789011", .badCheckDigit),
    .init("123456789013", .badCheckDigit),
    .init("123456789015", .badCheckDigit),
    .init("123456789017", .badCheckDigit),
    .init("", .empty),
    .init("12345678901", .wrongLength),
    .init("12345678901234567890", .wrongLength),
    .init("ABCDEFGHIJKL", .badCharacter),
  ]

  static let derived: [Self] = [
    .init("000000000000", .allZeros),
    .init("595748906820"),
    .init("011070434190"),
    .init("254122482440"),
    .init("202786838730"),
    .init("487059640239"),
    .init("397298150619"),
    .init("577218518228"),
    .init("485279119898"),
    .init("177548659717"),
    .init("009030789757"),
    .init("579131000756"),
    .init("809642174006"),
    .init("685165291045"),
    .init("856455458805"),
    .init("811328609574"),
    .init("501861442704"),
    .init("123364804843"),
    .init("763860836223"),
    .init("734498843232"),
    .init("913164845562"),
    .init("628571251271"),
    .init("853614332231"),
    .init("027520519330"),
    .init("027520519390"),
    .init("723456189018"),
  ]
}
