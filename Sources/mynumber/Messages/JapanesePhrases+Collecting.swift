extension JapanesePhrases {
  /// Of the columns of a verification, and of what an update takes.
  static let collecting = [
    "no payment record with the payee's number is filed (番号法14条1項): do not ask; where one is after all, import 依頼中 (asked) with --update first":
      "この支払先の番号を記載する支払調書は提出しません（番号法14条1項）。求めないでください。提出することになったときは、先に依頼中として --update で取り込んでください",
    "{0} was issued before such papers counted": "{0} は、身元確認書類と認められる前に発行されています",
    "the day belongs to none of the documents, or could to several: DOCUMENT=DATE":
      "日付がどの書類のものか分かりません。書類=日付 と書いてください",
    "not a date, nor DOCUMENT=DATE (運転免許証=2029-05-14)":
      "日付でも、書類=日付（運転免許証=2029-05-14）でもありません",
    "on that day the person had not given the number yet":
      "その日には、まだ番号の提供を受けていません",
    "{0}: the case is of another kind of person or standing":
      "{0}: 事例の区分・立場が、保管庫の記録と異なります",
    "--return-by is after the last day of the contract, {0} (番号法11条, 20条)":
      "--return-by が契約の最後の日 {0} より後です（番号法11条、20条）",
    "more than {0} are named": "{0}件までです",
    "verified on {0} already": "すでに{0}に本人確認が済んでいます",
    "no role of the user allows verify": "利用者の役割では本人確認（verify）を記録できません",
  ]
}
