import Foundation

/// Headless Chromium: what a browser makes of a page that stands in a file.
public enum Chromium {
  /// How a page is looked at.
  public struct View: Encodable, Sendable {
    let width: Int
    let isDark: Bool

    /// - Parameter width: The screen's width in CSS pixels.
    public init(width: Int, isDark: Bool = false) {
      self.width = width
      self.isDark = isDark
    }
  }

  /// What was seen.
  public struct Seen: Decodable, Sendable {
    /// What was asked for beside the file itself.
    public let requests: [String]
    /// What stands in the console: errors, warnings, what the page's own policy stopped.
    public let console: [String]
    /// The width that the whole page takes, in CSS pixels.
    public let pageWidth: Double
    /// The width and height of each plot and of the parts drawn in it.
    public let plots: [Plot]
    /// The colour behind the page.
    public let background: String
    let pdf: Data

    /// The page as it is printed.
    public var printed: [UInt8] { [UInt8](pdf) }

    /// A drawing of the page.
    public struct Plot: Decodable, Sendable {
      public let width: Double
      public let height: Double
      /// How many parts have a width and a height.
      public let parts: Int
      /// The text for whoever cannot see it.
      public let label: String
    }
  }

  /// Opens a page in each of the views and prints it.
  ///
  /// - Throws: `MissingTool` where Chromium is not installed.
  public static func open(_ page: [UInt8], _ views: [View]) throws -> [Seen] {
    guard isReady else { throw MissingTool(name: "chromium (apt-get install chromium)") }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).html")
    try Data(page).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let question = try JSONEncoder().encode(views)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c", driver, file.absoluteString, String(decoding: question, as: UTF8.self),
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode([Seen].self, from: output)
  }

  private static let isReady = FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")

  /// Speaks to the browser by a pipe (`--remote-debugging-pipe`), so that no port is open.
  private static let driver = #"""
    import fcntl, json, os, shutil, subprocess, sys, tempfile

    url, views = sys.argv[1], json.loads(sys.argv[2])
    profile = tempfile.mkdtemp()
    down, up = os.pipe(), os.pipe()

    def hand_over():
        # Copied out of the way first: 3 and 4 may be ends of the pipes themselves.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (down[0], up[1])]
        os.dup2(ends[0], 3); os.dup2(ends[1], 4)

    options = ["--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--no-first-run",
               "--hide-scrollbars",
               "--disable-background-networking", "--disable-component-update",
               "--disable-dev-shm-usage", "--user-data-dir=" + profile]
    if os.getuid() == 0:
        options.append("--no-sandbox")
    browser = subprocess.Popen(["chromium"] + options, close_fds=False, preexec_fn=hand_over,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(down[0]); os.close(up[1])
    inbox, events, number = b"", [], 0

    def message():
        global inbox
        while b"\0" not in inbox:
            part = os.read(up[0], 1 << 20)
            if not part:
                sys.exit("the browser ended")
            inbox += part
        line, inbox = inbox.split(b"\0", 1)
        return json.loads(line)

    def call(method, session=None, **parameters):
        global number
        number += 1
        question = {"id": number, "method": method, "params": parameters}
        if session:
            question["sessionId"] = session
        data = json.dumps(question).encode() + b"\0"
        while data:
            data = data[os.write(down[1], data):]
        while True:
            answer = message()
            if answer.get("id") == number:
                if "error" in answer:
                    sys.exit(method + ": " + json.dumps(answer["error"]))
                return answer["result"]
            events.append(answer)

    def told():
        requests, console = [], []
        for event in events:
            name, facts = event.get("method"), event.get("params", {})
            if name == "Network.requestWillBeSent" and facts["request"]["url"].split("#")[0] != url:
                requests.append(facts["request"]["url"])
            elif name == "Log.entryAdded":
                console.append(facts["entry"]["text"])
            elif name in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
                console.append(json.dumps(facts))
        return requests, console

    look = """(() => ({
      pageWidth: document.documentElement.scrollWidth,
      background: getComputedStyle(document.body).backgroundColor,
      plots: [...document.querySelectorAll("figure svg[role=img]")].map(svg => {
        const box = svg.getBoundingClientRect();
        const parts = [...svg.querySelectorAll("rect")].map(part => part.getBoundingClientRect());
        return {width: box.width, height: box.height, label: svg.getAttribute("aria-label"),
          parts: parts.filter(part => part.width > 0 && part.height > 0).length};
      })}))()"""

    seen = []
    try:
        for view in views:
            events.clear()
            target = call("Target.createTarget", url="about:blank")["targetId"]
            page = call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            for domain in ("Page", "Network", "Log", "Runtime"):
                call(domain + ".enable", page)
            call("Emulation.setDeviceMetricsOverride", page, width=view["width"], height=800,
                 deviceScaleFactor=1, mobile=view["width"] < 600)
            scheme = "dark" if view["isDark"] else "light"
            call("Emulation.setEmulatedMedia", page,
                 features=[{"name": "prefers-color-scheme", "value": scheme}])
            call("Page.setLifecycleEventsEnabled", page, enabled=True)
            loader = call("Page.navigate", page, url=url)["loaderId"]
            # The empty page before it has a load event too, which may come late.
            while not any(event.get("method") == "Page.lifecycleEvent"
                          and event["params"]["loaderId"] == loader
                          and event["params"]["name"] == "load" for event in events):
                events.append(message())
            found = call("Runtime.evaluate", page, expression=look, returnByValue=True)
            found = found["result"]["value"]
            if os.environ.get("PICTURES"):
                shot = call("Page.captureScreenshot", page, captureBeyondViewport=True)["data"]
                place = "%s/%d-%s.png" % (os.environ["PICTURES"], view["width"], scheme)
                import base64; open(place, "wb").write(base64.b64decode(shot))
            found["pdf"] = call("Page.printToPDF", page, preferCSSPageSize=True,
                                printBackground=True)["data"]
            found["requests"], found["console"] = told()
            seen.append(found)
    finally:
        browser.kill()
        browser.wait()
        shutil.rmtree(profile, ignore_errors=True)
    print(json.dumps(seen))
    """#
}
