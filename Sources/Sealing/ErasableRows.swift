/// Where sealed values are overwritten with zeros.
public protocol ErasableRows: AnyObject {
  /// Overwrites the wraps of a number's version under one key, those of its second entry too, and
  /// returns what they were.
  func eraseWraps(
    person: Int64, version: Int, keyNumber: Int
  ) throws(SealingError) -> [ErasedRow]

  /// Overwrites the ciphertexts and evidence of a version under which no wrap is left.
  func eraseIfUnwrapped(person: Int64, version: Int) throws(SealingError) -> [ErasedRow]

  /// Overwrites the second entry of a version and its wraps under every key, and leaves the number.
  func eraseSecondEntry(person: Int64, version: Int) throws(SealingError) -> [ErasedRow]
}
