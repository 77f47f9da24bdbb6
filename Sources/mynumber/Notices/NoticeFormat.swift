import ArgumentParser

/// A form of a notice.
enum NoticeFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case pdf
  case html
}
