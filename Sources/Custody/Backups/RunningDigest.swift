internal import Secrets

/// SHA-256 of bytes that are lent in pieces by closures that cannot throw; keeps the first failure.
struct RunningDigest: ~Copyable {
  private let context: SHA256Context
  private var failure: SecretsError?
  /// How many bytes were taken.
  private(set) var count = 0

  init() throws(CustodyError) { context = try Self.started() }

  private static func started() throws(CustodyError) -> SHA256Context {
    do throws(SecretsError) {
      let context = try SHA256Context()
      try context.start()
      return context
    } catch {
      throw CustodyError(.bug("\(error)"))
    }
  }

  mutating func take(_ bytes: Span<UInt8>) {
    count += bytes.count
    guard failure == nil else { return }
    do throws(SecretsError) {
      try context.update(bytes)
    } catch {
      failure = error
    }
  }

  mutating func finish() throws(CustodyError) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: SHA256.count)
    var out = digest.mutableSpan
    do throws(SecretsError) {
      if let failure { throw failure }
      try context.finish(into: &out)
    } catch {
      throw CustodyError(.bug("\(error)"))
    }
    return digest
  }
}
