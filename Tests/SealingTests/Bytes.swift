/// The bytes that a span lends, copied to be compared.
func bytes(of span: Span<UInt8>) -> [UInt8] { span.indices.map { span[$0] } }
