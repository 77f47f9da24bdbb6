public import ArgumentParser
public import MyNumberKit

extension PersonCode: ExpressibleByArgument {
  public init?(argument: String) {
    do {
      try self.init(argument)
    } catch {
      return nil
    }
  }
}
