public import ArgumentParser
public import MyNumberKit

extension IncidentTelling.Kind: ExpressibleByArgument {}
