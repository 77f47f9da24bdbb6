extension JapanesePhrases {
  /// Of people files, people and what happens to them.
  static let people = [
    "there is a proprietor (事業主) already: {0}": "事業主はすでにいます: {0}",
    "missing": "入力がありません",
    "unknown; one of {0}": "使えない値です。使える値: {0}",
    "neither ○ nor blank": "○か空欄にしてください",
    "not a date (2025-04-01, 2025/4/1 or 令和7年4月1日)":
      "日付ではありません（2025-04-01、2025/4/1、令和7年4月1日のいずれか）",
    "in the future": "将来の日付です",
    "before 入社日": "入社日より前です",
    "family needs a 続柄 other than 本人": "家族には本人以外の続柄が要ります",
    "only family has a 続柄 other than 本人": "本人以外の続柄は家族だけのものです",
    "only family has one": "家族だけに付けられます",
    "only family is a dependent": "扶養されるのは家族だけです",
    "not a number from 1 to 99": "1から99までの数ではありません",
    "not a reason to give": "この理由は入力できません",
    "a person known as {0} does not become {1}: use another code":
      "{0}として登録済みの人は{1}になりません。別の社員番号を使ってください",
    "the row of an employee who died or was hired again must stand before the family's":
      "死亡した、または再入社した従業員の行は、その家族の行より前に置いてください",
    "the row of an employee who has left must stand before the family's":
      "退職した従業員の行は、家族の行より前に置いてください",
    "the employee has 99 family members already, the most that there can be":
      "この従業員の家族はすでに上限の99人です",
    "neither the file nor the vault has this employee": "ファイルにも保管庫にもこの従業員がいません",
    "the same person as in line {0}": "{0}行目と同じ人です",
    "no form of {0} ({1}) carries such a person (番号法14条1項, 番号法15条); leave it out":
      "{0}（{1}）の様式に、この人の番号を記載するものはありません（番号法14条1項、番号法15条）。この利用目的を除いてください",
    "no purpose is left to declare (番号法14条)": "明示する利用目的が残りません（番号法14条）",
    "no purpose of the policy, or one without a basis in law (番号法9条4項); known: {0}":
      "規程にない利用目的か、法律の根拠がない利用目的です（番号法9条4項）。使える値: {0}",
    "the code is empty": "社員番号が空です",
    "the code is longer than {0} characters": "社員番号は{0}文字までです",
    "the code must begin with an ASCII letter or digit and hold only those and _ . -":
      "社員番号は半角英数字で始め、半角英数字と _ . - だけにしてください",
    "the code holds twelve digits that could be a My Number":
      "社員番号に個人番号と思われる12桁の数字があります",
    "the code ends in -1 to -99, which marks a dependent":
      "社員番号の末尾の -1 から -99 は家族を表します",
    "a dependent's number must be 1 to 99 of an employee's code":
      "家族番号は従業員の社員番号に続く1から99までです",
    "the bytes are not a canonical encoding": "定められた形式の記録ではありません",
    "an identifier must be 16 bytes": "識別子は16バイトです",
    "person {0}": "{0} の人",
    "the event of {0}": "{0} の出来事",
    "the leaving of {0}": "{0} の退職",
    "hold {0} of {1}": "{1} の保留 {0}",
    "leaving": "退職日",
    "last pay": "最終給与支払日",
    "the {0} is before the employment, which began on {1}": "{0}が入社日（{1}）より前です",
    "no matter of {0} is completed on a day": "{0} の事務に完了日はありません",
    "the day of the change lies ahead": "変更の日に将来の日付は指定できません",
    "a purge cannot be as of a future day; --dry-run can":
      "将来の日付での廃棄はできません（--dry-run ならできます）",
    "a purge in the log": "ログにある廃棄",
    "entry {0} of the log is no purge": "ログの{0}番の項目は廃棄ではありません",
  ]
}
