internal import Text

/// A file on its way out: counts its bytes and keeps the first failure, since the closure that a
/// number is lent to cannot throw.
final class ExportWriting {
  private var file: PrivateFile?
  private var failure: TextError?
  private(set) var count = 0

  init(_ path: String) throws(ExportError) {
    do throws(TextError) {
      file = try PrivateFile(creating: path)
    } catch {
      throw .filing(.text(error))
    }
  }

  /// Takes the bytes of whole rows.
  func sink(_ bytes: Span<UInt8>) {
    guard failure == nil else { return }
    count += bytes.count
    do throws(TextError) {
      try file?.write(bytes)
    } catch {
      failure = error
    }
  }

  /// Makes the file durable and gives it its name.
  func finish() throws(ExportError) {
    do throws(TextError) {
      if let failure { throw failure }
      try file.take()?.finish()
    } catch {
      throw .filing(.text(error))
    }
  }

  /// Makes the folder of the files, if it is missing.
  static func makeFolder(_ path: String) throws(ExportError) {
    do throws(TextError) {
      try PrivateFolder.make(path)
    } catch {
      throw .filing(.text(error))
    }
  }
}
