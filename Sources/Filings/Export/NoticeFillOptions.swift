public import People
public import Rules

/// What a file of notices is, and how it is filled.
public struct NoticeFillOptions: Sendable {
  /// The forms that its records may be, such as `health-pension-acquisition`.
  public var forms: [FormCopyID]
  /// Reasons for which a number may be left blank; each blank is journalled.
  public var leaveBlank: Set<NoNumberReason> = []
  /// Whether numbers that the file already holds are thrown away unread.
  public var discardNumbers = false

  /// The defaults for forms.
  public init(forms: [FormCopyID]) { self.forms = forms }
}
