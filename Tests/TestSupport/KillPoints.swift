import Foundation

/// At how many points of a run the tests kill it, spread evenly over its writes.
public enum KillPoints {
  /// MYNUMBER_KILL_POINTS=200 is the whole measure.
  public static let count =
    ProcessInfo.processInfo.environment["MYNUMBER_KILL_POINTS"].flatMap { Int($0) } ?? 12
}
