/// No page came out.
struct Empty: Error {}
