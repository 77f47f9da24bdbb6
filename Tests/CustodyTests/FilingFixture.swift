import Foundation
import MyNumberKit

/// The sample company with its employer file, ready to file slips.
struct FilingFixture {
  let vault: VaultFixture

  init() throws {
    vault = try SampleVault.copy()
    let administrator = try vault.signIn("admin")
    defer { administrator.close() }
    try Attestation(administrator).attestAllClaimed(reason: "導入前に確認")
    let samples = VaultFixture.repository + "/Samples/"
    try Employer(administrator).set(
      [UInt8](try Data(contentsOf: URL(filePath: samples + "employer.yaml"))),
      designations: [UInt8](try Data(contentsOf: URL(filePath: samples + "designations.csv"))))
  }

  /// The folder to which slips go.
  var slips: String { vault.folder.file("slips") }

  /// Those of nobody else than 0001 and family, of 2025.
  static func options(_ codes: String...) throws -> SlipExportOptions {
    var options = SlipExportOptions(incomeYear: 2025)
    options.copies = [.municipality]
    options.people = Set(try (codes.isEmpty ? ["0001"] : codes).map { try PersonCode($0) })
    return options
  }

  /// Exports from a payroll file as the accountant.
  @discardableResult
  func export(
    _ path: String? = nil, _ options: SlipExportOptions? = nil, into folder: String = "slips",
    on now: Timestamp = VaultFixture.noon
  ) throws -> [ExportedFile] {
    let session = try vault.signIn("keiko", VaultFixture.environment(now: now))
    defer { session.close() }
    let payroll = try PrivateRead(
      path ?? VaultFixture.repository + "/Samples/payroll-2025-unified.csv")
    return try SlipExport(session, options: try options ?? Self.options()).run(
      payroll: payroll.descriptor, into: vault.folder.file(folder))
  }

  /// The unified CSV's row of 0001, once for each 提出区分, with other values in some fields.
  func rows(
    _ marks: String..., changing changes: [Int: String] = [:], encoding: TextEncoding = .cp932
  ) throws -> String {
    let sample = VaultFixture.repository + "/Samples/payroll-2025-unified.csv"
    let row = try Data(contentsOf: URL(filePath: sample)).split(separator: 0x0A)[0]
    var rows = Data()
    for mark in marks {
      var fields = row.split(separator: 0x2C, omittingEmptySubsequences: false)
      fields[9] = Data(mark.utf8)
      for (field, value) in changes {
        fields[field - 1] = Data(try TextEncoding.cp932.encode(value))
      }
      rows += Data(fields.joined(separator: [0x2C])) + [0x0A]
    }
    if encoding == .utf8 { rows = Data(try TextEncoding.cp932.decode(Array(rows).span).utf8) }
    let changed = changes.sorted { $0.key < $1.key }.map { "\($0.key)" }.joined(separator: "-")
    let path = vault.folder.file("corrected-\(marks.joined())-\(changed)-\(encoding).csv")
    try rows.write(to: URL(filePath: path))
    return path
  }

  /// The rows of several files in one.
  func joined(_ paths: [String]) throws -> String {
    var rows = Data()
    for path in paths { rows += try Data(contentsOf: URL(filePath: path)) }
    let path = vault.folder.file("joined.csv")
    try rows.write(to: URL(filePath: path))
    return path
  }

  /// Puts another number in the place of somebody's, by code, relationship, number in the family,
  /// name, birth date and 税扶養.
  func replace(
    _ number: String, of person: String = "0001,本人,,稲沢　恒一郎,1968-03-12,",
    as replacement: ImportOptions.Replacement
  ) throws {
    let session = try vault.signIn("hanako")
    defer { session.close() }
    var options = ImportOptions()
    options.replacement = replacement
    let text = "社員番号,続柄,家族番号,氏名,生年月日,税扶養,個人番号\n\(person),\(number)\n"
    try session.importFile(try vault.folder.write(text, as: "replaced-\(number).csv"), options)
  }

  /// The register as the accountant sees it.
  func register() throws -> [ExportRecord] {
    let session = try vault.signIn("keiko")
    defer { session.close() }
    return try ExportedFiles(session).list()
  }

  /// The text of a field of each row of a file.
  static func column(_ field: Int, of path: String) throws -> [String] {
    try Data(contentsOf: URL(filePath: path)).split(separator: 0x0A).map { line in
      let fields = line.split(separator: 0x2C, omittingEmptySubsequences: false)
      return String(decoding: fields[field - 1], as: UTF8.self)
    }
  }
}
