extension JapanesePhrases {
  /// Of summaries and of records other than withholding slips.
  static let records = [
    "a total is too large to be counted": "合計が大きすぎて数えられません",
    "no corporate number (法人番号), or another than in the rows before":
      "法人番号ではないか、前の行と異なります",
    "what is paid for somebody who died goes on another record (退職手当金等受給者別支払調書)":
      "死亡した人の退職手当等は退職手当金等受給者別支払調書に記載します",
    "more than the amount that it is part of; mend one of them":
      "内訳が全体の額より大きくなっています。どちらかを直してください",
  ]
}
