/// What is read of identity.yaml, before it is put together.
struct IdentityParts {
  var documents = Located<IdentityDocument>()
  var rules = Located<IdentityRule>()
  var questions = Located<IdentityQuestion>()
  var duties = Located<IdentityDuty>()
  var requirements: [IdentityRequirement] = []
  var post = DatedCitations(current: [], earlier: [])
  var abroad: [Citation] = []
  var noForm: [Citation] = []
}
