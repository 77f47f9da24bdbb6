import Testing
import Wording

@Suite("Phrases")
struct PhraseTests {
  private enum Colour: Worded {
    case red
    var phrase: Phrase { "red" }
  }

  private let japanese = ["{0} of {1} are {2}": "{1}件のうち{0}件が{2}", "red": "赤", "plain": "平文"]

  @Test("A phrase says its sentence with what was interpolated")
  func english() {
    let phrase: Phrase = "\(3) of \("many") are \(Colour.red)"
    #expect(phrase.english == "3 of many are red")
    #expect("\(phrase)" == "3 of many are red")
    #expect(phrase.format == "{0} of {1} are {2}")
    #expect(Phrase(verbatim: "plain").english == "plain")
  }

  @Test("A translation may put the places in another order, and phrases within are translated too")
  func translated() {
    let phrase: Phrase = "\(3) of \("many") are \(Colour.red)"
    #expect(phrase.japanese { japanese[$0] } == "many件のうち3件が赤")
    let nested: Phrase = "\(phrase)"
    #expect(nested.japanese { japanese[$0] } == "many件のうち3件が赤")
  }

  @Test("A sentence of the policy comes with its Japanese")
  func bilingual() {
    let phrase: Phrase = "\(Phrase(english: "red", japanese: "紅")): \(Colour.red)"
    #expect(phrase.english == "red: red")
    #expect(phrase.japanese { japanese[$0] } == "紅: 赤")
  }

  @Test("A sentence that a language does not know is said in English")
  func unknown() {
    let phrase: Phrase = "nobody knows \("this")"
    #expect(phrase.japanese { japanese[$0] } == "nobody knows this")
  }

  @Test(
    "Braces in what was interpolated, or that name no place, stay as they are",
    arguments: ["{0}", "{1}", "{", "}{", "{9}", "{x}", "{0", "{-1}", "{99999999999999999999}"])
  func braces(text: String) {
    let phrase: Phrase = "a file \(text)!"
    #expect(phrase.english == "a file \(text)!")
    #expect(Phrase(verbatim: text).english == text)
    let odd = phrase.japanese { $0 == phrase.format ? "{0}と{x}{9}" : nil }
    #expect(odd == text + "と{x}{9}")
  }
}
