/// A use that opens a data key to wrap it for another key; the number itself stays sealed.
public protocol WrappingUse: ReceiptUse {}
