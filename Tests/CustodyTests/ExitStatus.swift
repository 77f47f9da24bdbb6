import MyNumberKit

@testable import Custody

/// The exit status that some work stands for, and what it says.
struct ExitStatus: CustomStringConvertible {
  let status: Int32
  let description: String

  /// Runs the work; 0 when it succeeds.
  init(of work: () throws -> Void) throws {
    do {
      try work()
      (status, description) = (0, "done")
    } catch let error as CustodyError {
      (status, description) = (error.exitStatus, "\(error.exitStatus): \(error)")
    } catch let error as StorageError {
      let error = CustodyError(error)
      (status, description) = (error.exitStatus, "\(error.exitStatus): \(error)")
    }
  }
}
