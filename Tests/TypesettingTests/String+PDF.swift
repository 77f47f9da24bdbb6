import Foundation

extension String {
  /// Without white space at its ends, and without the form feed between pages.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
