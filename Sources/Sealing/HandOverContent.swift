/// The form of what a hand-over file holds.
public enum HandOverContent: String, CaseIterable, Hashable, Sendable {
  /// A header line, then code, name and number of each person; UTF-8, CRLF.
  case csv
  /// One canonical object (RFC 8785) and LF.
  case json
}
