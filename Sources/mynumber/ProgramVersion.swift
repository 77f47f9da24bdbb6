/// Which program this is: the version of CHANGELOG.md, to come or released.
enum ProgramVersion {
  static let text = "mynumber 0.1.0 (unreleased)"
}
