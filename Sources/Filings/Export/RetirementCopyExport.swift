public import Custody
internal import People
public import Rules
internal import Text

/// Exports people's own copies of retirement slips (受給者交付用) as PDF, a file for each.
///
/// No number stands on them, so none is opened, and no purpose key is asked for.
public struct RetirementCopyExport {
  /// The form copy that the files are registered as.
  public static let form = RecordKind.retirementCopyForm

  private let session: Session
  private let records: RecordExport
  private let incomeYear: Int
  private let isReissue: Bool

  /// Exports as the session's user.
  public init(_ session: Session, options: RecordExportOptions) {
    self.session = session
    (incomeYear, isReissue) = (options.incomeYear, options.isReissue)
    records = RecordExport(session, .retirement, options: options)
  }

  /// Writes the files into a folder, which is made if it is missing; everything is drawn before the
  /// first file has its name.
  ///
  /// - Parameter descriptor: The file of who was paid what, open for reading and seekable.
  /// - Throws: `.filing` with the mistakes of the file, or of texts that cannot be printed; then no
  ///   file was written. `.noEmployer`, `.custody`.
  public func run(
    records descriptor: Int32, into folder: String
  ) throws(ExportError) -> [WrittenFile] {
    let drawn = try records.copies(of: descriptor)
    try ExportWriting.makeFolder(folder)
    var writings: [ExportWriting] = []
    for (copy, _) in drawn { writings.append(try ExportWriting(folder + "/" + name(of: copy))) }
    var files: [WrittenFile] = []
    for ((copy, bytes), writing) in zip(drawn, writings) {
      writing.sink(bytes.span)
      files.append(try register(copy, writing, in: folder))
    }
    return files
  }

  func name(of copy: RetirementCopy) -> String {
    "retirement-\(incomeYear)-\(copy.person.text).pdf"
  }

  /// Registers a file once it is whole, then gives it its name.
  func register(
    _ copy: RetirementCopy, _ writing: ExportWriting, in folder: String
  ) throws(ExportError) -> WrittenFile {
    try writing.settle()
    do throws(ExportError) {
      try PageReadBack.checkOwnCopies(writing, count: 1, on: nil)
    } catch {
      throw error.noted(of: name(of: copy), for: Self.form, session)
    }
    var person = RegisteredExport.Person(code: copy.person, wasPaid: false, isDeclared: false)
    person.retirementPaidOn = copy.paidOn
    var export = RegisteredExport(
      form: Self.form, incomeYear: incomeYear, fileName: name(of: copy),
      bytes: writing.count, rows: 1, numbers: 0, people: [person], blanks: [])
    export.isReissue = isReissue
    let id = try writing.finish(export, in: folder, session)
    return WrittenFile(
      path: folder + "/" + name(of: copy), id: id, rows: 1, bytes: writing.count, numbers: 0,
      blanks: [])
  }
}
