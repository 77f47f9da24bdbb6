import ArgumentParser

/// `incident`: what to do when numbers leak.
struct IncidentCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "incident",
      Message("Find out what a leak asks for, and until when.", "漏えい等のとき、何をいつまでにするかを調べる。"),
      Message(
        """
        A leak, loss or damage of specific personal information, or its use or provision against the \
        law, is reported to the Personal Information Protection Commission, and the people are told \
        (Article 29-4). The clocks start on the day on which any department knew.
        """,
        """
        特定個人情報の漏えい・滅失・毀損、法に反する利用・提供は、個人情報保護委員会に報告し、本人に通知する（番号法29条の4）。\
        いずれかの部署が知った日から数える。
        """),
      verbs: [
        IncidentOpenCommand.self, IncidentFactCommand.self, IncidentAssessCommand.self,
        IncidentReportCommand.self, IncidentReportedCommand.self, IncidentClockCommand.self,
      ])
  }
}
