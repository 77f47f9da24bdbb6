internal import Custody
internal import Rules
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

  /// Begins a file with numbers; one that has its name at once is in the log before.
  ///
  /// - Parameter folder: A folder that is there.
  convenience init(
    _ fileName: String, for form: FormCopyID, in folder: String, _ session: Session
  ) throws(ExportError) {
    let path = folder + "/" + fileName
    let isNameless: Bool
    do throws(TextError) {
      isNameless = try PrivateFile.isNameless(at: path)
    } catch {
      throw .filing(.text(error))
    }
    if !isNameless {
      do throws(CustodyError) {
        try ExportRegister(session).announce(fileName, for: form)
      } catch {
        throw .custody(error)
      }
    }
    try self.init(path)
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

  /// Makes durable what was written.
  ///
  /// - Throws: The first failure, so that nothing is registered that was not written.
  func settle() throws(ExportError) {
    do throws(TextError) {
      if let failure { throw failure }
      try file?.synchronise()
    } catch {
      throw .filing(.text(error))
    }
  }

  /// Gives the file its name.
  func finish() throws(ExportError) {
    do throws(TextError) {
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
