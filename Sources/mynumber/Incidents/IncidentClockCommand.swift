import ArgumentParser
import MyNumberKit

/// `incident clock`: whether an incident is reported and until when, from its facts alone.
struct IncidentClockCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "clock",
      Message(
        "Answer cases in JSON: reported or not, under which item, until when.",
        "JSON の事例に、報告の要否、該当号、期限を答える。"),
      Message(
        """
        Reads one case, JSON lines or an array, and prints an answer in JSON for each, one a line: for \
        the employer, and for a contractor at whom it happened, the items that apply and since when, the days of the first \
        report (about 3 to 5) and of the final one (30, or 60 under item 2; the day of knowing is day \
        one; past closed days), why something is outside of the duty, and what the sources leave open. A case says \
        knownOn, harms (leak, loss, damage, alteration, use, provision), cause (theft, insider, \
        unauthorised-access, ransomware, misplaced, misdelivered, misconfigured, failure, unknown), people \
        (the most it can be), and where it applies wrongfulOn, recounts (on, people), contractor (knownOn, toldOn), \
        system (employer, network, user-affairs, public-body), protection (algorithm, listed, implemented, keyApart, \
        erased, keyUnusable), and true for openToMany, recoveredUnseen, copyRemains, lawfulDeletion, keyLost. \
        It needs no vault. Nothing is written anywhere. Having to report is an answer: the exit \
        status is 0.
        """,
        """
        事例を一つ、JSON Lines、または配列で読み、それぞれの答えを JSON で1行ずつ出す。事業者と、委託先で起きたなら委託先について、該当する号と\
        その日、速報（概ね3〜5日）と確報（30日、2号なら60日。知った日を1日目とし、閉庁日に当たれば次の開庁日）の期限、報告の対象外となる理由、\
        定めのない点。事例は knownOn, harms（leak 漏えい, loss 滅失, damage 毀損, alteration 改ざん, use 利用, provision 提供）, cause（theft 盗難, insider \
        内部者, unauthorised-access 不正アクセス, ransomware, misplaced 紛失, misdelivered 誤送付, misconfigured 設定ミス, failure 故障, \
        unknown 不明）, people（最大の人数）、必要なら wrongfulOn, recounts（on, people）, contractor（knownOn, toldOn）, \
        system（employer, network, user-affairs, public-body）, protection（algorithm, listed, implemented, keyApart, erased, \
        keyUnusable）、true とするもの openToMany, recoveredUnseen, copyRemains, lawfulDeletion, keyLost からなる。保管庫は要らない。\
        どこにも書き込まない。報告を要することも答えであり、終了コードは 0。
        """),
      example: """
        echo '{"knownOn": "2026-11-24", "harms": ["leak"], "cause": "theft",
          "people": 80, "recounts": [{"on": "2026-12-10", "people": 120}]}' |
          mynumber incident clock -
        """)
  }

  @Argument(help: .both("The file of cases, or - for standard input.", "事例のファイル。- は標準入力。"))
  var file: String

  func run(in context: CommandContext) throws {
    let cases = try CaseFile(context, file).read { (bytes) throws(CaseError) in
      try IncidentCase(json: bytes)
    }
    for question in cases {
      try context.terminal.write(IncidentAnswer(question).json())
    }
  }
}
