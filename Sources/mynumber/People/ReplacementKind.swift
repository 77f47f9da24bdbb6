import ArgumentParser

/// Why a number that is held already is replaced.
enum ReplacementKind: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// It was wrong.
  case correction
  /// The municipality gave the person another one.
  case change
}
