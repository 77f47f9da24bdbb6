import Numbers

/// The error that twelve strict digits meet; nil where they are a My Number.
func errorOfDigits(_ bytes: [UInt8]) -> NumberError? {
  do throws(NumberError) {
    _ = try MyNumber(digits: bytes.span)
    return nil
  } catch { return error }
}

/// The digits of a field as people type it, or the error.
func normalised(
  _ bytes: [UInt8], _ encoding: NumberEncoding = .utf8
) -> Result<String, NumberError> {
  do throws(NumberError) {
    let number = try MyNumber(normalising: bytes.span, encoding: encoding)
    return .success(
      number.withDigits { span in
        String(decoding: span.indices.map { span[$0] }, as: UTF8.self)
      })
  } catch { return .failure(error) }
}

func normalised(_ text: String) -> Result<String, NumberError> { normalised(Array(text.utf8)) }
