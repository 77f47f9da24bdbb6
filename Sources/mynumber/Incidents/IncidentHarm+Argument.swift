public import ArgumentParser
public import MyNumberKit

extension IncidentHarm: ExpressibleByArgument {}
