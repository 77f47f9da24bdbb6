import ArgumentParser
import MyNumberKit

/// What `handling record` records.
enum HandlingEvent: String, CaseIterable, ExpressibleByArgument {
  case carryOut = "carry-out"
  case post, receive, destroy

  /// The kind of a move; nil for a destruction.
  var move: HandlingMove.Kind? { HandlingMove.Kind(rawValue: rawValue) }
}
