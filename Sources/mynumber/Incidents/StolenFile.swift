import ArgumentParser
import MyNumberKit

/// Which of the vault's files was taken.
enum StolenFile: String, CaseIterable, ExpressibleByArgument, Sendable {
  case records
  case keys
  case both

  var source: IncidentSource {
    switch self {
    case .records: .records
    case .keys: .keys
    case .both: .bothFiles
    }
  }
}
