import ArgumentParser

/// `export`: the register of files made with numbers.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "export",
      Message("Keep account of the files made with numbers.", "番号を記載したファイルの出力記録を管理する。"),
      Message(
        """
        Each file stands under a random id with its form, recipient, people, bytes and path, by whom \
        and when it was made and by when it has to be destroyed (the policy says). No digest of it \
        is kept: it would be a digest of numbers.
        """,
        """
        ファイルごとに、様式、提出先、人数、バイト数、場所、作成者、作成日時、廃棄期限（規程による）を、無作為なIDの下に記録\
        する。番号のダイジェストになるので、ファイルのダイジェストは残さない。
        """),
      verbs: [
        ExportListCommand.self, ExportCheckCommand.self, ExportReceiptCommand.self,
        ExportDisposeCommand.self,
      ])
  }
}
