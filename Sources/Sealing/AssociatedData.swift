internal import People

/// Associated data put together in memory that is used again for the next value.
struct AssociatedData {
  private var fields = FieldWriter(reserving: 256)

  var bytes: [UInt8] { fields.bytes }

  /// Takes the fields that begin it, as ``SealingContext`` gives them.
  mutating func start(with fields: [UInt8] = []) { self.fields.restart(with: fields) }

  /// Adds further fields.
  mutating func add(_ fields: [UInt8]) { self.fields.append(fields) }

  /// Adds the fields that tell a sealed value from the others of its vault.
  mutating func add(_ object: SealedObject) { SealingContext.write(object, to: &fields) }

  /// Adds the field that ties a wrap to the declaration it rests on.
  mutating func add(declaration: Span<UInt8>) { fields.write(declaration) }

  /// Adds the field that ties a wrap to the declaration it rests on.
  mutating func add(_ declaration: DeclarationID) { fields.write(declaration) }
}
