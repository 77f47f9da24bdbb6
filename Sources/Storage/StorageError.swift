public import Wording

/// Why the storage could not do what it was asked.
///
/// The description names the file's role and the step, and for a path the path; it never holds
/// stored bytes.
public struct StorageError: Error, Equatable, Sendable {
  /// The kind of failure, for callers that must tell them apart.
  public enum Code: Hashable, Sendable {
    /// Another process holds the vault; trying again may succeed.
    case busy
    /// The file is not there; it is never made on opening.
    case missing
    /// The file or folder to be made is there already.
    case exists
    /// The file is no vault file, or one of another format version.
    case wrongFormat(found: Int)
    /// The two files' last common transactions differ.
    case filesDoNotBelongTogether
    /// A journal names a super-journal outside today's folder: the folder was renamed or
    /// restored elsewhere after a crash. Move it back under its old name and open it there once.
    case staleJournal(path: String)
    /// Someone besides the owner may read or write it, or somebody else owns it.
    case permissionsTooWide(path: String)
    /// A symbolic link, a device or a folder stands where a file of the vault should, or a link
    /// or file where a folder should.
    case notRegularFile(path: String)
    /// The file is damaged.
    case corrupt
    /// No space is left.
    case diskFull
    /// A row that must be new is there already, or a value has not its fixed length.
    case constraint
    /// The call needs another kind of transaction than the one that is open.
    case wrongTransaction
    /// Any other failure, by the driver's own code.
    case failed(Int32)
  }

  public let code: Code
  /// The file concerned, where one is.
  public let file: StorageFile?
  /// What was being done, in plain words.
  public let doing: StaticString

  public init(_ code: Code, file: StorageFile? = nil, doing: StaticString) {
    self.code = code
    self.file = file
    self.doing = doing
  }

  /// Compares code and file only, so that a test need not repeat the wording.
  public static func == (left: StorageError, right: StorageError) -> Bool {
    left.code == right.code && left.file == right.file
  }
}

extension StorageError: Worded {
  public var phrase: Phrase {
    guard let file else { return "\(doing): \(code.phrase)" }
    return "\(doing) (\(file.rawValue)): \(code.phrase)"
  }
}

extension StorageError.Code {
  fileprivate var phrase: Phrase {
    switch self {
    case .busy: "another process is using the vault"
    case .missing: "no such file"
    case .exists: "already exists"
    case .wrongFormat(let found): "not a vault file of a known format (\(found))"
    case .filesDoNotBelongTogether: "the two files of the vault do not belong together"
    case .staleJournal(let path): "the journal \(path) belongs to another folder"
    case .permissionsTooWide(let path): "\(path) is open to others than its owner"
    case .notRegularFile(let path): "\(path) is not a plain file or folder"
    case .corrupt: "the file is damaged"
    case .diskFull: "no space left"
    case .constraint: "the row is there already or has a wrong length"
    case .wrongTransaction: "called in the wrong kind of transaction"
    case .failed(let status): "failed with status \(status)"
    }
  }
}
