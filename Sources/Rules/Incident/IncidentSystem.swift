/// Where the information was kept: outside an ordinary employer, item 1 applies from one person on.
public enum IncidentSystem: String, CaseIterable, Hashable, Sendable {
  /// An employer's own system or paper.
  case employer
  /// The information provision network and what is connected to it.
  case network
  /// A system in which somebody does affairs that use numbers (個人番号利用事務).
  case userAffairs = "user-affairs"
  /// A public body's system for number-related affairs, or that of its contractor.
  case publicBody = "public-body"
}
