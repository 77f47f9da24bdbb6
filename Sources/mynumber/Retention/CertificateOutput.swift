import MyNumberKit

/// Where a certificate of disposal goes: a file that is begun before anything is destroyed, and
/// beside it the same as a PDF.
struct CertificateOutput: ~Copyable {
  private let context: CommandContext
  private let file: PrivateFile
  private let sheet: PrivateFile

  /// Begins the files; dropped unwritten, nothing is left of them.
  init(_ context: CommandContext, _ path: String) throws {
    let certificate = try PrivateFile(creating: context.path(path))
    let pdf = try PrivateFile(creating: context.path(Self.sheetPath(path)))
    self.context = context
    file = certificate
    sheet = pdf
  }

  /// `purge.pdf` beside `purge.json`.
  static func sheetPath(_ path: String) -> String {
    (path.hasSuffix(".json") ? String(path.dropLast(5)) : path) + ".pdf"
  }

  /// What was destroyed cannot be destroyed again: if the file fails, the certificate is printed.
  consuming func write(_ certificate: DisposalCertificate, in vault: Vault) throws {
    let (bytes, context) = (certificate.bytes, context)
    do {
      try file.write(bytes.span)
      try file.finish()
    } catch {
      try context.terminal.write(bytes)
      throw error
    }
    let verdict = try CertificateVerification(trusting: vault.id).verify(bytes)
    let pdf = try DisposalSheet(of: verdict, names: .japanese(vault.policy)).pdf()
    try sheet.write(pdf.span)
    try sheet.finish()
  }
}
