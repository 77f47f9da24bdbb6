internal import Secrets

extension SHA256Context {
  /// A context, of which a failure is one of this room.
  ///
  /// - Throws: `.cryptography`.
  static func make() throws(AuditingError) -> SHA256Context {
    do throws(SecretsError) {
      return try SHA256Context()
    } catch {
      throw AuditingError(.cryptography(error))
    }
  }
}
