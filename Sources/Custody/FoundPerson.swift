/// A row of the table of people before it is held against the log.
struct FoundPerson {
  let row: Int64
  let pin: Int
  let uid: [UInt8]
  let record: [UInt8]
}
