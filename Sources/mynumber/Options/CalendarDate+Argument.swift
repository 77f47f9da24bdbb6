public import ArgumentParser
public import MyNumberKit

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(parsing: argument) }
  public var defaultValueDescription: String { isoText }
}
