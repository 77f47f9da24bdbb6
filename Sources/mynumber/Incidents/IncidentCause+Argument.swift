public import ArgumentParser
public import MyNumberKit

extension IncidentCause: ExpressibleByArgument {}
