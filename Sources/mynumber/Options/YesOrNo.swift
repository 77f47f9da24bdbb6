import ArgumentParser

/// An answer that has to be given as one: a flag left out says nothing.
enum YesOrNo: String, CaseIterable, ExpressibleByArgument, Sendable {
  case yes
  case no

  var isYes: Bool { self == .yes }
}
