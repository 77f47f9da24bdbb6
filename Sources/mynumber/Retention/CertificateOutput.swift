import MyNumberKit

/// Where a certificate of disposal goes: a file that is begun before anything is destroyed.
struct CertificateOutput: ~Copyable {
  private let context: CommandContext
  private let file: PrivateFile

  /// Begins the file; dropped unwritten, nothing is left of it.
  init(_ context: CommandContext, _ path: String) throws {
    self.context = context
    file = try PrivateFile(creating: context.path(path))
  }

  /// What was destroyed cannot be destroyed again: if the file fails, the certificate is printed.
  consuming func write(_ certificate: DisposalCertificate) throws {
    let (bytes, context) = (certificate.bytes, context)
    do {
      try file.write(bytes.span)
      try file.finish()
    } catch {
      try context.terminal.write(bytes)
      throw error
    }
  }
}
