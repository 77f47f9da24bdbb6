// One import for programs that use the toolkit: it gives the public rooms and adds nothing.
@_exported public import Auditing
@_exported public import Custody
@_exported public import Filings
@_exported public import JSON
@_exported public import Numbers
@_exported public import People
@_exported public import Reports
@_exported public import Rules
@_exported public import Sealing
@_exported public import Secrets
@_exported public import Storage
@_exported public import StorageSQLite
@_exported public import Text
@_exported public import Wording
