public import ArgumentParser
public import MyNumberKit

extension HandledFile.Kind: ExpressibleByArgument {}
extension HandlingDestruction.Means: ExpressibleByArgument {}
extension EmployerSize.Exclusion: ExpressibleByArgument {}
