import ArgumentParser

/// `person`: employees, dependents, payees, the proprietor.
struct PersonCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "person",
      Message("Manage the people whose numbers are kept.", "番号を預かる人を管理する。"),
      Message(
        """
        Employees, officers, their family, payees and the proprietor. A person is named by the \
        employee's code, a dependent by the code and a number, such as 0012-2.
        """,
        """
        従業員、役員、家族、支払先、事業主。人は社員番号で、家族は社員番号と家族番号（0012-2 など）で示す。
        """),
      verbs: [
        PersonImportCommand.self, PersonListCommand.self, PersonShowCommand.self,
        PersonLeaveCommand.self, PersonEventCommand.self,
      ])
  }
}
