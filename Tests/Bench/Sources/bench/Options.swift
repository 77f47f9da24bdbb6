import Foundation

/// What to measure.
struct Options {
  enum Task: String {
    /// People in one import, then a bulk read of all.
    case bulk
    /// People in many small collecting transactions, then a bulk read of all.
    case small
    /// One import alone, for its peak of memory.
    case memory
    /// The municipality's slips of all, as unified CSV.
    case slips
    /// A tenth of the people, whose time is over, destroyed among the others.
    case purge
    /// A log of imports and reads, exported and verified.
    case verify
  }

  var task = Task.bulk
  var people = 100_000
  /// How many people one collecting transaction takes.
  var transaction = 100_000
  var rounds = 3
  /// How many single durable reads are timed.
  var singles = 1000
  /// Whether the floor runs too.
  var hasFloor = true

  static let usage = """
    usage: bench [bulk|small|memory|slips|purge|verify] [--people N] [--rounds N] [--no-floor]
      bulk    100,000 people in one import, then read in durable batches (the default)
      small   10,000 people in 2,000 collecting transactions, then read
      memory  1,000,000 people in one import, without the floor
      slips   10,000 people on a unified CSV that payroll software made, filled with their numbers
      purge   10,000 of 100,000 people destroyed, beside a DELETE of the same rows; of
              MYNUMBER_BENCH_PURGE people a tenth, such as of 1000000
      verify  the log of 500,000 people imported and read, a million entries, verified offline
    """

  init(_ arguments: [String]) throws {
    var arguments = arguments[...]
    if let word = arguments.first, let task = Task(rawValue: word) {
      self.task = task
      arguments.removeFirst()
    }
    switch task {
    case .bulk: break
    case .small: (people, transaction) = (10_000, 5)
    case .memory: (people, rounds, singles, hasFloor) = (1_000_000, 1, 0, false)
    case .verify: (people, singles) = (500_000, 0)
    case .slips: (people, singles) = (10_000, 0)
    case .purge:
      (people, rounds, singles) = (100_000, 1, 0)
      if let word = ProcessInfo.processInfo.environment["MYNUMBER_BENCH_PURGE"] {
        people = try Self.number(word)
      }
    }
    while let word = arguments.popFirst() { try take(word, &arguments) }
    if task != .small { transaction = people }
    singles = min(singles, people)
  }

  private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) throws {
    switch word {
    case "--people": people = try Self.number(rest.popFirst())
    case "--rounds": rounds = try Self.number(rest.popFirst())
    case "--no-floor": hasFloor = false
    default: throw BenchError(Self.usage)
    }
  }

  private static func number(_ word: String?) throws -> Int {
    guard let number = word.flatMap({ Int($0) }), (1...10_000_000).contains(number) else {
      throw BenchError(usage)
    }
    return number
  }
}
