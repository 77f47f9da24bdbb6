import Foundation

/// Prints rates, counts and ratios.
struct Report {
  let options: Options

  /// Prints one kind of work: both sides' medians over the rounds, the first round's counts, and
  /// the median of the rounds' ratios.
  func show(_ title: String, product: [Figure], floor: [Figure]) {
    guard let ours = Self.median(product) else { return }
    print("\(title): \(rate(ours))")
    guard let least = Self.median(floor) else { return show(ours, nil) }
    print("  floor: \(rate(least))")
    show(product[0], floor[0])
    guard zip(product, floor).allSatisfy({ $0.didTheSame(as: $1) }) else {
      print("  no ratio: the two sides did not do the same")
      return
    }
    let ratios = zip(product, floor).map { $0.seconds / $1.seconds }
    print(
      "  ratio to the floor: \(Self.short(ratios.sorted()[ratios.count / 2]))"
        + " (rounds: \(ratios.map(Self.short).joined(separator: ", ")))")
  }

  /// Prints a purge without its scan, beside the deletion of the same rows, and the scan's speed.
  func showPurge(
    _ done: PurgeFigure, floor: Double, rows: Int64, deleted: Int64, people: Int
  ) {
    let short = Self.short
    print(
      "purge: \(people) of \(options.people) people, \(short(done.seconds)) s without the scan "
        + "(planning \(short(done.planning)), destroying \(short(done.destroying))), \(rows) rows")
    print("  floor: \(short(floor)) s to delete \(deleted) rows")
    if rows == deleted {
      print(
        "  ratio to the floor: \(short(done.seconds / floor))"
          + " (destroying alone: \(short(done.destroying / floor)))")
    } else {
      print("  no ratio: the two sides did not destroy the same")
    }
    let mebibytes = Double(done.scanned) / 1_048_576
    print(
      "  scan: \(short(mebibytes)) MiB of both files in \(short(done.scan)) s, "
        + "\(short(mebibytes / done.scan)) MiB/s")
  }

  /// Prints how long the page of an access report took.
  func showPage(_ entries: Int, bytes: Int, _ figure: Figure) {
    let each = Self.short(figure.seconds * 1e6 / Double(entries))
    print(
      "report: \(entries) entries, \(each) µs each, \(Self.short(figure.seconds)) s, "
        + "a page of \(bytes / 1024) KiB")
  }

  /// Prints how fast a log was verified, as a part of the rate at which it is merely hashed.
  func showVerification(_ entries: Int, _ product: [Figure], _ floor: [Figure]) {
    let parts = zip(product, floor).map { $1.seconds / $0.seconds }.sorted()
    guard let ours = Self.median(product), let least = Self.median(floor) else { return }
    let each = { (figure: Figure) in Self.short(figure.seconds * 1e6 / Double(entries)) }
    print("verification: \(entries) entries, \(each(ours)) µs each, \(Self.short(ours.seconds)) s")
    print("  floor: \(each(least)) µs to hash each")
    print("  of the floor's rate: \(Self.short(parts[parts.count / 2]))")
  }

  /// Prints the spread of single reads.
  func showSingles(_ title: String, _ figures: [Figure]) {
    guard !figures.isEmpty else { return }
    let sorted = figures.map { $0.seconds * 1e3 }.sorted()
    let place = { (part: Double) in sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))]
    }
    let syncs = figures[0].counts.last?.count ?? 0
    print(
      "\(title): p50 \(Self.short(place(0.5))) ms, p99 \(Self.short(place(0.99))) ms"
        + " over \(figures.count), \(syncs) syncs each")
  }

  /// Prints the process's peak of memory.
  func showMemory(_ when: String) {
    var usage = rusage()
    guard unsafe getrusage(CInt(RUSAGE_SELF.rawValue), &usage) == 0 else { return }
    print("peak memory \(when): \(usage.ru_maxrss / 1024) MiB")
  }

  private func rate(_ figure: Figure) -> String {
    let each = figure.seconds * 1e6 / Double(options.people)
    return "\(Int(Double(options.people) / figure.seconds)) a second, \(Self.short(each)) µs each"
      + ", \(Self.short(figure.seconds)) s"
  }

  private func show(_ ours: Figure, _ least: Figure?) {
    for (place, entry) in ours.counts.enumerated() {
      let other = least.map { "  floor \($0.counts[place].count)" } ?? ""
      print("    \(entry.name): \(entry.count)\(other)")
    }
  }

  private static func median(_ figures: [Figure]) -> Figure? {
    let sorted = figures.sorted { $0.seconds < $1.seconds }
    return sorted.isEmpty ? nil : sorted[sorted.count / 2]
  }

  private static func short(_ number: Double) -> String { String(format: "%.2f", number) }
}
