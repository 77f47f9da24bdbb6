import Testing
import Text

@Suite("Folding of widths")
struct FoldingTests {
  @Test(
    "Half width becomes full width",
    arguments: [
      ("Sample-1", "Ｓａｍｐｌｅ－１"), ("ﾀﾅｶ ｼﾞﾛｳ", "タナカ　ジロウ"), ("ﾊﾟｰﾃｨｰ", "パーティー"),
      ("ｳﾞｧｲｵﾘﾝ", "ヴァイオリン"), ("１ー２―３‐４−５ｰ６─７", "１－２－３－４－５－６－７"),
      ("ﾃﾞｰﾀｰ-1", "データー－１"), ("it's \"so\"", "ｉｔ’ｓ　”ｓｏ”"), ("¥100~", "￥１００～"),
      ("か\u{3099}は\u{309A}", "がぱ"), ("\u{FEFF}A\u{200B}", "Ａ"), ("ｱﾞ", "ア゛"), ("ﾞ", "゛"),
      ("丸の内1ー1", "丸の内１－１"), ("髙﨑①", "髙﨑①"), ("", ""), ("ﾜﾞｦﾞ", "ヷヺ"), ("a\nb", "ａ\nｂ"),
    ])
  func fullWidth(_ text: String, _ expected: String) {
    #expect(Folding.fullWidth(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(
    "Full width becomes half width",
    arguments: [
      ("Ｓａｍｐｌｅ－１", "Sample-1"), ("タナカ　ジロウ", "ﾀﾅｶ ｼﾞﾛｳ"), ("パーティー", "ﾊﾟｰﾃｨｰ"),
      ("ヴァ", "ｳﾞｧ"), ("１ー２", "1-2"), ("ヰヱヮヵヶ", "ｲｴﾜｶｹ"), ("「・」。、", "｢･｣｡､"),
      ("漢字とひらがな", "漢字とひらがな"), ("’”", "'\""), ("ポ", "ﾎﾟ"), ("ホ\u{309A}", "ﾎﾟ"),
    ])
  func halfWidth(_ text: String, _ expected: String) {
    #expect(Folding.halfWidth(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test("Readings become katakana of either width")
  func katakana() {
    #expect(Folding.halfWidthKatakana("たなか　じろう") == "ﾀﾅｶ ｼﾞﾛｳ")
    #expect(Folding.fullWidthKatakana("たなか ｼﾞﾛｳ") == "タナカ　ジロウ")
    #expect(Folding.katakana("ゔぁいおりん らーめん") == "ヴァイオリン ラーメン")
    #expect(Folding.katakana("漢字ABC") == "漢字ABC")
  }

  @Test("All half-width kana come back from full width")
  func roundTrip() {
    let kana = (0xFF61...0xFF9F).compactMap(Unicode.Scalar.init).map { String($0) }
    for text in kana where text != "ｰ" {
      #expect(Folding.halfWidth(Folding.fullWidth(text)) == text)
    }
    #expect(Folding.halfWidth(Folding.fullWidth("ｶｰ")) == "ｶｰ")
  }

  @Test("All of ASCII but two quotes and the tilde's and yen's kin come back from full width")
  func asciiRoundTrip() {
    for value in UInt8(0x20)...0x7E {
      let text = String(Unicode.Scalar(value))
      #expect(Folding.halfWidth(Folding.fullWidth(text)) == text)
    }
  }

  @Test(
    "Texts that people would call the same have one key",
    arguments: [
      ("社員番号", " 社 員　番号\t"), ("フリガナ", "ﾌﾘｶﾞﾅ"), ("employee_code", "ＥＭＰＬＯＹＥＥ＿ＣＯＤＥ"),
      ("(株)", "㈱"), ("控除対象扶養親族(1)", "控除対象扶養親族⑴"), ("第1", "第①"), ("Ⅲ", "III"),
      ("丸の内1-1", "丸の内１－１"), ("平成", "㍻"), ("が", "か\u{3099}"), ("〜", "～"),
      ("氏名", "\u{FEFF}氏名"), ("改\n行", "改行"), ("神", "\u{FA19}"), ("ラーメン", "ﾗｰﾒﾝ"),
    ])
  func sameKey(_ one: String, _ other: String) {
    #expect(Folding.key(one) == Folding.key(other))
  }

  @Test(
    "Different texts keep different keys",
    arguments: [
      ("高橋", "髙橋"), ("社員番号", "個人番号"), ("カ", "ガ"), ("は", "ハ"), ("第1", "第2"),
      ("ハハ", "ババ"), ("ああ", "あー"),
    ])
  func otherKey(_ one: String, _ other: String) {
    #expect(Folding.key(one) != Folding.key(other))
  }

  @Test("A key's key is itself", arguments: ["㈱サンプル　Ⅲ①", "ﾃﾞｰﾀ-Ａ〜", "１ー２", "ｰﾞ", "K\u{3099}"])
  func idempotent(_ text: String) {
    #expect(Folding.key(Folding.key(text)) == Folding.key(text))
  }
}
