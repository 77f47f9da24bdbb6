/// The Japanese of what the rooms say, by the English sentence with its places.
enum JapanesePhrases {
  static let all = [
    people, numbers, verification, files, payroll, recipient, notices, vault, missing, declarations,
    entrusting, secondEntries, cases, contracts, collecting, records, exports,
    retention, purging, keys, backups, incidents, handling,
  ]
  .reduce(into: [:]) { $0.merge($1) { first, _ in first } }
}
