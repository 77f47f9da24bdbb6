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
    "the name is not that of the person with this code": "氏名がこの社員番号の人と異なります",
    "the birth date is not that of the person with this code":
      "生年月日がこの社員番号の人と異なります",
    "none of this employee's family has this name": "この従業員の家族にこの氏名の人がいません",
    "{0} of this employee's family have this name": "この従業員の家族にこの氏名の人が{0}人います",
    "the same family member stands twice on this slip": "同じ家族がこの票に二度あります",
    "this family member is not the spouse": "この家族は配偶者ではありません",
    "a spouse is no dependent relative": "配偶者は扶養親族ではありません",
    "at the end of the year this person is {0}": "この人は年末に{0}歳です",
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
    "no place in JIS X 0208 for {0}; {1}": "JIS X 0208 にない文字です: {0}。{1}",
    "there is no such day": "存在しない日付です",
    "the check digit of the municipality's code is wrong": "市区町村コードの検査用数字が合いません",
    "the year is not {0}": "年が {0} ではありません",
    "the payer's number is not the employer's": "支払者の番号が雇用主のものと異なります",
    "a spouse is named, but neither the flag nor an amount of deduction says so":
      "配偶者の氏名がありますが、配偶者の有無にも控除額にも表れていません",
    "the flag says there is a spouse, but none is named":
      "配偶者ありとなっていますが、氏名がありません",
    "the value does not fit the column of the tax table (甲, 乙, 丙)":
      "税額表の区分（甲・乙・丙）に合わない値です",
    "{0} is given, but the names make {1}": "{0}人とありますが、氏名は{1}人分です",
    "more numbers than {0} characters hold": "番号が{0}文字に収まりません",
    "no layout of record {0} for income year {1}": "{1}年分の {0} の記録様式がありません",
    "{0} needs a payroll file with headers (年末調整, 税額表区分, 役員)":
      "{0} には見出し付きの給与ファイルが要ります（年末調整、税額表区分、役員）",
    "the width of a number is 13, or 12 in the unified CSV":
      "番号の桁数は13、統一CSVでは12にもできます",
    "an income year is between {0} and {1}": "年分は{0}年から{1}年までです",
  ]
}
