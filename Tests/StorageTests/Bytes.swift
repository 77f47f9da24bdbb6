/// Bytes for rows: `count` times `value`.
func bytes(_ value: UInt8, _ count: Int) -> [UInt8] { Array(repeating: value, count: count) }
