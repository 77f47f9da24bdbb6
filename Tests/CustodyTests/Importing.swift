import Foundation
import MyNumberKit

extension Session {
  /// Imports a file.
  @discardableResult
  func importFile(
    _ path: String, _ options: ImportOptions = ImportOptions(), dryRun: Bool = false
  ) throws -> ImportSummary {
    let handle = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? handle.close() }
    return try PersonImport(self, options: options).run(
      descriptor: handle.fileDescriptor, name: "employees.csv", dryRun: dryRun)
  }
}
