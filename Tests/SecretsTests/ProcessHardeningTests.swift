import COpenSSL
import Glibc
import Secrets
import Testing

@Suite("Process hardening")
struct ProcessHardeningTests {
  @Test("core dumps are off for the process that asked, past turning on again")
  func disablesCoreDumps() async {
    await #expect(processExitsWith: .success) {
      let before = copenssl_may_dump()
      try ProcessHardening.disableCoreDumps()
      var limit = rlimit(rlim_cur: 1, rlim_max: 1)
      let status = unsafe getrlimit(CInt(RLIMIT_CORE.rawValue), &limit)
      let isOff = limit.rlim_cur == 0 && limit.rlim_max == 0 && copenssl_may_dump() == 0
      exit(before == 1 && status == 0 && isOff ? 0 : 1)
    }
  }

  @Test("a process that did not ask stays as it was")
  func leavesOthersAlone() {
    #expect(copenssl_may_dump() == 1)
  }
}
