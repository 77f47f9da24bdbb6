import ArgumentParser
import MyNumberKit

/// `employer set`: stores the employer file.
struct EmployerSetCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "set",
      Message("Store the employer file.", "事業者ファイルを保管する。"),
      Message(
        """
        Takes a YAML file with filing_name, address, telephone, contact, tax_office, \
        reference_numbers and offices, and the CSV file of 市区町村コード and 指定番号. The log pins \
        the digests of both.
        """,
        """
        filing_name, address, telephone, contact, tax_office, reference_numbers, offices を持つ YAML と、\
        市区町村コード・指定番号の CSV を取り込む。両方のダイジェストを記録に残す。
        """),
      example: """
        mynumber employer set employer.yaml --designations designations.csv \\
          --vault acme.vault --as 鈴木
        """)
  }

  @Argument(help: .both("The YAML file.", "YAMLファイル。"))
  var file: String

  @Option(
    help: .both(
      "The CSV file of 市区町村コード and 指定番号.", "市区町村コードと指定番号の CSV ファイル。", valueName: "file"))
  var designations: String?

  @OptionGroup var options: SignInOptions

  private static let limit = 1 << 20

  func run(in context: CommandContext) throws {
    let yaml = try InputFile.bytes(context.path(file), named: file, limit: Self.limit)
    let designations = try self.designations.map {
      try InputFile.bytes(context.path($0), named: $0, limit: Self.limit)
    }
    let session = try VaultAccess(context).signIn(options)
    try Employer(session).set(yaml, designations: designations)
    context.terminal.tell(.employerSet)
  }
}
