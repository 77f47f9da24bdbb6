/// What a notice file says of itself to the command that keeps it.
public enum NoticeMark {
  /// The name of the meta element of a notice that is addressed to one person by name.
  ///
  /// Kept texts are clear and shown to auditors, who see no names: such a notice is not kept.
  public static let addressee = "mynumber-addressee"
}
