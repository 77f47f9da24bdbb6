import Testing
import Text

@Suite("What overwriting a file reaches")
struct MediumTests {
  private static let table = """
    22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
    30 22 0:26 / /data rw,relatime shared:2 - btrfs /dev/sda2 rw,subvol=/data
    31 22 0:27 / /data/shared\\040files rw - nfs4 server:/x rw
    32 22 0:28 / /tmp rw shared:3 - tmpfs tmpfs rw
    33 22 0:29 / /media/x rw master:1 propagate_from:2 - fuse.sshfs y rw
    34 22 0:30 / /var/lib/box rw - overlay overlay rw,lowerdir=/a

    """

  @Test(
    "goes by the nearest mount above the folder",
    arguments: [
      ("/", Medium.inPlace), ("/var/lib", .inPlace), ("/data", .copying),
      ("/data/shared", .copying), ("/data/shared files/a", .network), ("/dataland", .inPlace),
      ("/tmp/x", .memory), ("/media/x", .network), ("/var/lib/box/y", .layered),
    ])
  func nearest(folder: String, medium: Medium) {
    #expect(Medium(of: folder, inTable: Self.table) == medium)
  }

  @Test(
    "is not vouched for where the table does not say",
    arguments: ["", "x", "1 2 3 4 /", "- -"])
  func unknown(table: String) {
    #expect(Medium(of: "/data", inTable: table) == .network)
  }
}
