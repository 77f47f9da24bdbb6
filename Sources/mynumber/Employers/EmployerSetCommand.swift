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
        reference_numbers, offices and designations, which names a CSV file of 市区町村コード and \
        指定番号 beside it. Every mistake is listed with its line. The log pins the digests of both.
        """,
        """
        filing_name, address, telephone, contact, tax_office, reference_numbers, offices, designations を\
        持つ YAML を取り込む。designations は、同じ場所にある市区町村コード・指定番号の CSV を指す。誤りは行番号とともに\
        全て示す。両方のダイジェストを記録に残す。
        """),
      example: "mynumber employer set employer.yaml --vault acme.vault --as 鈴木")
  }

  @Argument(help: .both("The YAML file.", "YAMLファイル。"))
  var file: String

  @OptionGroup var options: SignInOptions

  private static let limit = 1 << 20

  func run(in context: CommandContext) throws {
    let yaml = try InputFile.bytes(context.path(file), named: file, limit: Self.limit)
    let session = try VaultAccess(context).signIn(options)
    let designations = try checked(yaml, session.vault, context)
    try Employer(session).set(yaml, designations: designations)
    context.terminal.tell(.employerSet)
  }

  /// Reads the file as filings will, and gives the bytes of the designations that it names.
  private func checked(
    _ yaml: [UInt8], _ vault: Vault, _ context: CommandContext
  ) throws -> [UInt8]? {
    var designations: [UInt8]?
    do {
      _ = try FilingEmployer(yaml: yaml, payer: try payer(vault)) { name in
        designations = try? InputFile.bytes(
          context.path(beside(name)), named: name, limit: Self.limit)
        return designations
      }
    } catch FilingError.mistakes(let mistakes) {
      throw Failure(
        ExitStatus.badInput, messages: mistakes.map { .phrase("\(file): \($0.phrase)") },
        hints: [.nothingChanged(mistakes: mistakes.count)])
    }
    return designations
  }

  private func beside(_ name: String) -> String {
    guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
    return file[...slash] + name
  }

  /// Whoever the payer is, the file is the same; a proprietor's code is looked up when filing.
  private func payer(_ vault: Vault) throws -> FilingPayer {
    guard let number = vault.authority.genesis.corporateNumber else {
      return .proprietor(try PersonCode("proprietor"))
    }
    return .corporation(try CorporateNumber(number))
  }
}
