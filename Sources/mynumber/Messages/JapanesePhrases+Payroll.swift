extension JapanesePhrases {
  /// Of payroll files and records to be filed.
  static let payroll = [
    "the proprietor (事業主)": "事業主",
    "the file has no rows": "ファイルに行がありません",
    "fields found: {0}; expected: {1}": "項目が{0}個あります。正しくは{1}個です",
    "not a record {0}": "{0} の記録ではありません",
    "two columns name the same item": "同じ項目の列が二つあります",
    "a column for My Numbers is filled; leave it empty, or give --discard-numbers":
      "個人番号の欄が埋まっています。空にするか --discard-numbers を付けてください",
    "the employee's code is missing": "社員番号がありません",
    "nobody has this code": "この社員番号の人がいません",
    "the same person's row stands in line {0}": "同じ人の行が{0}行目にあります",
    "the name is not that of the person with this code; mend the code or the name":
      "氏名がこの社員番号の人と異なります。社員番号か氏名を直してください",
    "the birth date is not that of the person with this code; mend it here or there":
      "生年月日がこの社員番号の人と異なります。ここか名簿を直してください",
    "none of this employee's family has this name; import the person or mend the name":
      "この従業員の家族にこの氏名の人がいません。その人を取り込むか氏名を直してください",
    "{0} of this employee's family have this name; add a column 生年月日 of the place":
      "この従業員の家族にこの氏名の人が{0}人います。その欄の生年月日の列を加えてください",
    "the same family member stands twice on this slip; take one out": "同じ家族がこの票に二度あります。一方を消してください",
    "this family member is not the spouse; mend the place, or 続柄 in the roster":
      "この家族は配偶者ではありません。欄か名簿の続柄を直してください",
    "a spouse is no dependent relative; use the spouse's place": "配偶者は扶養親族ではありません。配偶者の欄に書いてください",
    "this person is {0} at the end of the year; mend the place or sign, or the birth date":
      "この人は年末に{0}歳です。欄か値、または生年月日を直してください",
    "the vault does not have this leaving, which decides whether the copy is filed (person leave)":
      "提出の要否を決める退職が保管庫にありません（person leave で記録してください）",
    "a value is required": "値が要ります",
    "this item must be left empty": "この項目は空にしてください",
    "the value must be one of {0}": "使える値は {0} です",
    "the value is wrong": "値が誤っています",
    "{0} characters, where {1} fit": "{0}文字あります。{1}文字までです",
    "characters found: {0}; expected: {1}": "{0}文字あります。{1}文字でなければなりません",
    "only digits may stand here": "数字だけを書けます",
    "only half-width characters may stand here, and no comma or quote":
      "半角文字だけを書けます（コンマと引用符は不可）",
    "a line break may not stand here": "改行は入れられません",
    "half-width characters may not stand here; write them in full width":
      "半角文字は記録できません。全角で書いてください",
    "no place in JIS X 0208 for {0}; {1}": "JIS X 0208 にない文字です: {0}。{1}",
    "give the person a 届出用氏名 (person import --update)":
      "その人の届出用氏名を決めてください（person import --update）",
    "give the person a 届出用住所 (person import --update)":
      "その人の届出用住所を決めてください（person import --update）",
    "write it otherwise in the file": "ファイルで別の文字にしてください",
    "{0}, or --substitute to have {1} written": "{0}。または --substitute で {1} と書きます",
    "there is no such day": "存在しない日付です",
    "the check digit of the municipality's code is wrong": "市区町村コードの検査用数字が合いません",
    "the year is not {0}": "年が {0} ではありません",
    "the payer's number is not the employer's": "支払者の番号が雇用主のものと異なります",
    "a spouse is named, but neither sign nor deduction says so; mend them or the name":
      "配偶者の氏名がありますが、配偶者の有無にも控除額にも表れていません。いずれかを直してください",
    "a spouse is said to be there, but none is named; mend the sign or name the spouse":
      "配偶者ありとなっていますが、氏名がありません。氏名を書くか値を直してください",
    "the value does not fit the column of the tax table (甲, 乙, 丙); mend one of them":
      "税額表の区分（甲・乙・丙）に合わない値です。いずれかを直してください",
    "{0} is given, but the names make {1}; mend the count or the names":
      "{0}人とありますが、氏名は{1}人分です。人数か氏名を直してください",
    "more numbers than {0} characters hold; ask the office how to file them":
      "番号が{0}文字に収まりません。提出先に書き方を確かめてください",
    "pay outside 甲 has no year-end adjustment; mend 年末調整 or 税額表区分":
      "甲欄のほかは年末調整の対象外です。年末調整か税額表区分を直してください",
    "more than {0}, of which it is a part; mend one of them":
      "内書きが{0}より多くなっています。いずれかを直してください",
    "cannot be set together with {0}; clear one of them": "{0}と同時には付けられません。一方を消してください",
    "this person is {0} at the end of the year; set the sign to 1":
      "この人は年末に{0}歳です。1にしてください",
    "普通徴収 needs its reason; fill 普通徴収理由": "普通徴収の理由がありません。普通徴収理由を書いてください",
    "普通徴収理由 is given, but 普通徴収 is 0; mend one of them":
      "普通徴収理由がありますが普通徴収が0です。いずれかを直してください",
    "no layout of record {0} for income year {1}": "{1}年分の {0} の記録様式がありません",
    "{0} needs a payroll file with headers (年末調整, 税額表区分, 役員)":
      "{0} には見出し付きの給与ファイルが要ります（年末調整、税額表区分、役員）",
    "the width of a number is 13, or 12 in the unified CSV":
      "番号の桁数は13、統一CSVでは12にもできます",
    "an income year is between {0} and {1}": "年分は{0}年から{1}年までです",
  ]
}
