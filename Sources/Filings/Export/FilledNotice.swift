public import Rules

/// A file of notices that was filled.
public struct FilledNotice: Sendable {
  /// The layout it was held against.
  public let layout: NoticeLayout
  /// The forms that its records are, in the order in which they first stand.
  public let forms: [FormCopyID]
  /// The file.
  public let file: WrittenFile
  /// How many number fields were filled before and left out.
  public let discarded: Int
  /// Names that differ from those on record.
  public let notes: [SlipNote]
}
