/// What the C library says of a file that a test could not work with.
public struct FileFailure: Error {
  let number: Int32

  public init(number: Int32) { self.number = number }
}
