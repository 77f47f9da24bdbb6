import ArgumentParser

/// `notice`: what is handed to people, and notices filed with offices.
struct NoticeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "notice",
      Message("Make what is handed to people or filed for them.", "本人に渡す書面と、届書のファイルを作る。"),
      Message(
        """
        'purpose' makes the notice of the purposes of use that people are told by. 'fill' puts \
        numbers into the pension office's SHFD0006.CSV and employment insurance's files 10101 and \
        10191, which other software made: the file says who is on a notice, the vault only supplies \
        the number of the person it matches. Each number passes the gate (Article 19 item 2).
        """,
        """
        purpose は、本人に渡す利用目的通知書を作る。fill は、ほかのソフトが作った年金事務所の SHFD0006.CSV と\
        雇用保険の 10101・10191 のファイルに個人番号を入れる。誰の届書かはファイルが決め、保管庫は、対応した人の番号を\
        渡すだけである。番号は一つずつゲートを通る（番号法19条2号）。
        """),
      verbs: [NoticePurposeCommand.self, NoticeFillCommand.self])
  }
}
