public import People
public import Rules

/// A file with numbers that is about to leave the house.
public struct RegisteredExport: Sendable {
  /// A number that was left blank, and why.
  public struct Blank: Hashable, Sendable {
    /// Whose.
    public let code: PersonCode
    /// The reason.
    public let reason: NoNumberReason

    /// Describes a blank.
    public init(code: PersonCode, reason: NoNumberReason) {
      self.code = code
      self.reason = reason
    }
  }

  /// Where a file is made, and how it is known again.
  public struct Place: Hashable, Sendable {
    /// The register's id, 32 hex digits.
    public let id: String
    /// The folder, without links.
    public let folder: String
    /// The inode in hexadecimal.
    public let inode: String

    /// Describes a place.
    public init(id: String, folder: String, inode: String) {
      self.id = id
      self.folder = folder
      self.inode = inode
    }
  }

  /// A person in the file, and what it shows of them.
  public struct Person: Hashable, Sendable {
    /// Whose.
    public let code: PersonCode
    /// The payroll row is the person's own, so there was pay.
    public var wasPaid: Bool
    /// The person is on a declaration of the year, as its filer or a dependent whom it names (甲欄).
    public var isDeclared: Bool
    /// The day on which retirement pay was paid, on a slip of it.
    public var retirementPaidOn: CalendarDate?
    /// The notices (届書) in the file that bear the person's number, or a blank for it.
    public var notices: Set<FormCopyID>
    /// Every slip of the person in the file voids one filed before, and none takes its place.
    public var isVoided = false

    /// Describes a person on a slip.
    public init(code: PersonCode, wasPaid: Bool, isDeclared: Bool) {
      self.code = code
      self.wasPaid = wasPaid
      self.isDeclared = isDeclared
      notices = []
    }

    /// Describes a person on notices.
    public init(code: PersonCode, notices: Set<FormCopyID>) {
      self.code = code
      (wasPaid, isDeclared) = (false, false)
      self.notices = notices
    }
  }

  /// The form copy.
  public var form: FormCopyID
  /// The income year (年分).
  public var incomeYear: Int?
  /// The file's name, without its folder.
  public var fileName: String
  /// How many bytes it has.
  public var bytes: Int
  /// How many rows it has.
  public var rows: Int
  /// How many numbers it holds.
  public var numbers: Int
  /// The people who are on it, each once.
  public var people: [Person]
  /// The numbers left blank.
  public var blanks: [Blank]
  /// Where the file is made; nil where nobody has to find it again.
  public var place: Place?
  /// Whether it is a copy made anew for its recipient (再交付).
  public var isReissue = false

  /// Describes a file.
  public init(
    form: FormCopyID, incomeYear: Int?, fileName: String, bytes: Int, rows: Int, numbers: Int,
    people: [Person], blanks: [Blank]
  ) {
    self.form = form
    self.incomeYear = incomeYear
    self.fileName = fileName
    self.bytes = bytes
    self.rows = rows
    self.numbers = numbers
    self.people = people
    self.blanks = blanks
  }
}
