extension JapanesePhrases {
  /// Of files and of text in them.
  static let files = [
    "line {0}": "{0}行",
    "line {0}, column {1}": "{0}行{1}列",
    "line {0}: {1}": "{0}行: {1}",
    "{0}, {1}": "{0}、{1}",
    "line {0}, column {1}: {2}": "{0}行{1}列: {2}",
    "{0}, line {1}: {2}": "{0} {1}行: {2}",
    "entry {0}: {1}": "項目{0}: {1}",
    "the file is empty": "ファイルが空です",
    "there is no row under the header": "見出しの下に行がありません",
    "there is no column {0}": "{0} の列がありません",
    "社員番号 (employee_code)": "社員番号",
    "氏名 (name)": "氏名",
    "column {0} is {1} ({2}) already": "{0}列目がすでに{1}（{2}）です",
    "the header has fewer columns: {0} (a comma too many in this row?)":
      "見出しは{0}列です（この行にコンマが多くありませんか）",
    "fields stand between {0}; commas are needed": "{0}で区切られています。コンマで区切ってください",
    "tabs": "タブ",
    "semicolons": "セミコロン",
    "the policy has no mapping of this name; known: {0}":
      "規程にこの名前の対応表はありません。使える値: {0}",
    "neither UTF-8 nor CP932 (save it as CSV in UTF-8)":
      "UTF-8でもシフトJIS（CP932）でもありません（UTF-8のCSVで保存してください）",
    "not {0}": "{0} ではありません",
    "not {0} at byte {1}": "{1}バイト目が {0} ではありません",
    "no code in CP932 for {0}": "シフトJIS（CP932）にない文字です: {0}",
    "the C library has no converter for CP932": "CライブラリーにCP932の変換表がありません",
    "a quoted field has no closing quote": "引用符が閉じられていません",
    "only a comma or the end of the line may follow a closing quote":
      "閉じる引用符の後にはコンマか行末だけを置けます",
    "a carriage return without a line feed": "改行コードCRの後にLFがありません",
    "a NUL byte": "NUL文字があります",
    "a field is longer than {0} bytes (is a closing quote missing?)":
      "項目が{0}バイトを超えています（引用符の閉じ忘れではありませんか）",
    "a row is longer than {0} bytes (is a closing quote missing?)":
      "行が{0}バイトを超えています（引用符の閉じ忘れではありませんか）",
    "a row has more than {0} columns": "行が{0}列を超えています",
    "input or output failed (errno {0})": "入出力に失敗しました（errno {0}）",
    "{0} exists and is not written over": "{0} がすでにあります。上書きはしません",
    "{0} cannot be made (errno {1})": "{0} を作成できません（errno {1}）",
    "{0}: not found": "{0}: 見つかりません",
    "{0}: already exists": "{0}: すでにあります",
  ]
}
