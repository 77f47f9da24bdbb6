import MyNumberKit

/// A vault id and, if there is one, a checkpoint that was kept elsewhere.
struct OutsideTrust {
  let vault: VaultID
  let outside: OutsideCheckpoint?

  var checkpoint: SignedCheckpoint? { outside?.signed }

  /// What a listing says of it; the age is in days of Japan.
  func rows(on now: Timestamp) -> [[String]] {
    guard let outside else { return [] }
    var rows = [["outside-checkpoint", "\(outside.signed.checkpoint.size)"]]
    if let cosigned = outside.cosigned {
      let days = now.japanDate.dayNumber - cosigned.time.japanDate.dayNumber
      rows.append(["cosigned", "\(cosigned.witness.name) \(cosigned.time.iso)"])
      rows.append(["cosigned-days-ago", "\(days)"])
    }
    return rows
  }
}
