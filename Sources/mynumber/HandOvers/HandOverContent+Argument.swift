public import ArgumentParser
public import MyNumberKit

extension HandOverContent: ExpressibleByArgument {}
