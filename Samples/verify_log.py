#!/usr/bin/env python3
"""Verifies an exported access log: written from the page Format, and not from the program.
Left to the program is only whether a text holds what could be a number, or a name an invisible sign.
Exits 0, 2 (usage) or 76, naming the first line that does not verify. Needs `cryptography`."""
import argparse, base64, functools, hashlib, json, re, sys, unicodedata
from datetime import date, datetime, timedelta
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey as PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

def need(condition, what):
    if not condition:
        raise ValueError(what)

# Canonical JSON: what is parsed is encoded again and compared.
def members(pairs):
    keys = [key.encode("utf-16-be") for key, _ in pairs]
    composed = {unicodedata.normalize("NFC", key) for key, _ in pairs}
    need(keys == sorted(keys) and len(composed) == len(keys), "members out of order, or twice")
    return dict(pairs)
def integer(text):
    need(re.fullmatch("-?[0-9]{1,16}", text) and abs(int(text)) < 2**53, "no integer in range")
    return int(text)
def depth(value):
    inner = value.values() if type(value) is dict else value if type(value) is list else None
    return 0 if inner is None else 1 + max(map(depth, inner), default=0)
def sha256(data): return hashlib.sha256(data).digest()
def encoded(value): return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
def unbase64(text, count):
    data = base64.b64decode(text.encode())
    need(base64.b64encode(data).decode() == text and len(data) == count, "base64")
    return data

# What an entry and each kind of authority have and, after the bar, may have; what the members hold.
KINDS = {
    "entry": "action actor index outcome salt time | article authority checkpoint count declaration detail"
    " form lockboxes person policy purpose reason recipient role row rule signature version",
    "genesis": "administrator format kind nonce organisation policy recovery | corporate_number",
    "user": "kind user |", "revoke": "kind user |", "user-keys": "keys kind user |",
    "key": "generation key kind x25519 | reseal until", "key-end": "key kind |", "key-retire":
    "before key kind |", "grant": "generation key kind user |", "policy": "digest kind |", "contract":
    "contract contractor kind purposes until | entruster permitted x25519", "approval": "kind plan |",
    "keys": "ed25519 x25519 |", "person": "id keys name roles | contractor organisation until"}
BINDING = set("authority checkpoint declaration keys lockboxes person row version".split())
TEXT = "[^\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
SIGNED, MORE = ("— [!-*,-~]+ [A-Za-z0-9+/]{91}=\n", "(— [!-*,-~]+ ([A-Za-z0-9+/]{91}=|[A-Za-z0-9+/]{102}==)\n){0,15}")
TESTS = {name: test for names, test in (
    ("before count format generation index version", lambda value: type(value) is int),
    ("contract digest nonce plan policy row", re.compile("[0-9a-f]{64}").fullmatch),
    ("declaration salt", re.compile("[0-9a-f]{32}").fullmatch),
    ("permitted until", lambda value: date.fromisoformat(value).isoformat() == value),
    ("time", lambda value: datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ").isoformat() + "Z" == value),
    ("purposes roles", lambda value: type(value) is list and value and not set(map(type, value)) - {str}),
    ("name organisation", lambda value: re.fullmatch(TEXT + "{1,100}", value)
     and unicodedata.is_normalized("NFC", value)), ("reason", re.compile(TEXT + "{0,200}").fullmatch),
    ("authority detail", lambda value: type(value) is dict and value),
    ("checkpoint", re.compile("[ -~]+\n(0|[1-9][0-9]{0,17})\n[A-Za-z0-9+/]{43}=\n\n" + SIGNED + MORE).fullmatch),
    ("keys recovery", lambda value: fits(value, "keys")), ("ed25519 x25519", lambda value: unbase64(value, 32)),
    ("outcome", re.compile("done|allowed|refused|failed").fullmatch), ("reseal", lambda value: value is True),
    ("lockboxes", lambda value: value and all(map(TESTS["row"], value.values()))),
    ("administrator user", lambda value: type(value) is str or fits(value, "person")),
) for name in names.split()}
def fits(value, kind):
    required, _, optional = (set(names.split()) for names in KINDS[kind].partition("|"))
    return required <= set(value) <= required | optional and all(
        TESTS.get(name, lambda value: type(value) is str)(member) for name, member in value.items())

class Log:
    def __init__(self, origin, outside):
        self.origin, self.outside, self.known = origin, outside, int((outside + "\n0").split("\n")[1])
        self.size = self.signed = self.tail = self.checkpoints = 0
        self.subtrees, self.time, self.latest, self.actors, self.ended = [], "", "", set(), False
        self.users, self.revoked, self.grants, self.keys, self.contracts = {}, set(), set(), {}, {}
    def take_line(self, line, number):
        value = json.loads(line.decode(), object_pairs_hook=members, parse_int=integer,
                           parse_float=integer, parse_constant=integer)
        if number == 1:
            again = {"format": "mynumber-log-1", "origin": self.origin}
        elif "entry" in value:
            again = {"entry": value["entry"], "index": self.size, "leaf": self.take(value["entry"])}
        elif "checkpoint" in value:
            again = {"checkpoint": value["checkpoint"], "size": self.size}
            need(self.size > self.signed and self.actors <= {self.check(value["checkpoint"])}, "signer")
            self.signed, self.tail, self.actors, self.checkpoints = self.size, 0, set(), self.checkpoints + 1
        else:
            again = {"checkpoints": self.checkpoints, "entries": self.size}
            need(self.signed and self.signed + self.tail == self.size >= self.known, "it ends too early")
        need(line == encoded(again) + b"\n" and not self.ended, "not canonical, or out of place")
        self.ended = "entries" in again
    def take(self, entry):
        rest = {name: value for name, value in entry.items() if name != "keys" or value is not True}
        need(fits(rest, "entry") and depth(entry) <= 16, "members")
        need(entry["index"] == self.size and (self.size or "authority" in entry), "index")
        need("checkpoint" not in entry or re.fullmatch("[a-z0-9]{1,20}", entry["actor"]), "actor of a restore")
        need(self.time in ("", entry["time"]) or self.signed and self.signed + self.tail == self.size,
             "a checkpoint is missing before this entry")
        unsigned, latest = entry["action"] == "sign-in-failed", max(entry["time"], self.latest)
        need(not (unsigned and BINDING & set(entry)) and ("authority" in entry) == ("signature" in entry),
             "an unsigned entry that binds")
        if "authority" in entry:
            day = (datetime.fromisoformat(latest[:-1]) + timedelta(hours=9)).date().isoformat()
            self.authorise(entry, entry["authority"], entry["actor"], day)
        self.actors |= set() if unsigned or "authority" in entry else {entry["actor"]}
        self.tail, self.latest = (self.tail + 1, self.latest) if unsigned else (0, latest)
        leaf = node = sha256(b"\0" + encoded(entry))
        height, self.size, self.time = 0, self.size + 1, entry["time"]
        while self.subtrees and self.subtrees[-1][0] == height:
            node, height = sha256(b"\1" + self.subtrees.pop()[1] + node), height + 1
        self.subtrees.append((height, node))
        if self.size == self.known:
            self.check(self.outside, MORE)
        return leaf.hex()
    def check(self, text, others=""):
        """Holds a checkpoint against the log so far and returns its signer."""
        origin, hashes = re.escape(self.origin), [node for _, node in reversed(self.subtrees)]
        found = re.fullmatch(f"({origin}\n([0-9]+)\n(\\S+)\n)\n— {origin}/(\\S+) (\\S+)\n{others}", text)
        root = functools.reduce(lambda right, left: sha256(b"\1" + left + right), hashes)
        need(found and found[2] == str(self.size) and unbase64(found[3], 32) == root, "checkpoint")
        key, data = self.key(found[4]), unbase64(found[5], 68)
        name = f"{self.origin}/{found[4]}\n\1".encode() + key.public_bytes(Encoding.Raw, PublicFormat.Raw)
        need(data[:4] == sha256(name)[:4], "key hash")
        key.verify(data[4:], found[1].encode())
        return found[4]
    def key(self, signer):
        need(signer not in self.revoked, "a revoked signer")
        return PublicKey.from_public_bytes(unbase64(self.users[signer]["keys"]["ed25519"], 32))
    def authorise(self, entry, what, actor, day):
        kind, key, index, recovery = what["kind"], what.get("key", ""), entry["index"], actor == "recovery"
        need(kind not in ("entry", "keys", "person") and fits(what, kind), "members of authority")
        if index == 0:
            vault = base64.urlsafe_b64encode(sha256(encoded(entry))).decode().rstrip("=")
            need("mynumber/" + vault == self.origin, "entry 0 is not that of the vault id")
            self.users = {"u0": what["administrator"], "recovery": {"keys": what["recovery"], "roles": []}}
        user, share = self.users[actor], re.fullmatch("(.+)@([a-z][a-z0-9-]{0,29})", key)
        bare = encoded({name: entry[name] for name in entry if name != "signature"})
        self.key(actor).verify(unbase64(entry["signature"], 64), b"mynumber v1 authority\n" + bare)
        purpose, contractor = share.groups() if share else (key, None)
        count, ended, until, reseals = self.keys.get(key, (0, 0, "", False))
        number, named, again = what.get("generation", what.get("before")), what.get("user"), "reseal" in what
        users = {name: self.users[name] for name in set(self.users) - self.revoked - {"recovery"}}
        admin, held = "administrator" in user["roles"], (actor, key, number) in self.grants
        rules = {
            "genesis": lambda: index == 0 and actor == user["id"] == "u0" and what["format"] == 1,
            "policy": lambda: admin, "revoke": lambda: admin and named in users,
            "contract": lambda: admin and re.fullmatch("(?!root$)[a-z][a-z0-9-]{0,29}", what["contractor"]),
            "user": lambda: admin and named["id"] == f"u{index}"
            and named["name"] not in [each["name"] for each in users.values()]
            and ("contractor" not in named or named["until"] <= self.last(named["contractor"])),
            "user-keys": lambda: named == actor and named in users,
            "approval": lambda: not recovery and "contractor" not in user,
            "key": lambda: number == count + 1 and (
                share and (recovery or self.holds(actor, purpose)) and not again
                and purpose in self.keys and day <= what["until"] <= self.last(contractor, purpose, day)
                or not share and (recovery or (actor, key, count) in self.grants) and "@" not in key
                and "until" not in what and (count if again else not reseals or count - ended < 2)),
            "key-end": lambda: share and count > ended and (admin or not recovery and until < day),
            "key-retire": lambda: number == count > ended + 1 and not share and (recovery or held),
            "grant": lambda: ended < number <= count and (recovery or held and self.holds(actor, purpose))
            and (not share or number == count and day <= self.last(contractor, purpose, day))
            and (contractor == users[named]["contractor"] if "contractor" in users[named]
                 else not share or self.holds(named, purpose))}
        need((index == 0 or day <= user.get("until", day)) and rules[kind](), "not authorised: " + kind)
        self.users |= {named["id"]: named} if kind == "user" else {}
        self.users |= {named: {**user, "keys": what["keys"]}} if kind == "user-keys" else {}
        self.revoked |= {named} if kind == "revoke" else set()
        self.contracts |= {what["contractor"]: what} if kind == "contract" else {}
        need(kind != "contract" or self.last(what["contractor"]), "contract")
        if kind in ("key", "key-end", "key-retire"):
            ended = count if share else number - 1 if kind == "key-retire" else ended
            rest = (what.get("until"), again) if kind == "key" else (until, reseals)
            self.keys[key] = (number if kind == "key" else count, ended, *rest)
        if kind == "grant" or kind == "key" and not recovery:
            self.grants.add((named or actor, key, number))
    def holds(self, user, key):
        return any((user, key) == grant[:2] and grant[2] > self.keys[key][1] for grant in self.grants)
    def last(self, contractor, purpose=None, day=None, below=()):
        """The last day of an entrustment, by everybody from the employer down."""
        contract = self.contracts[contractor]
        need(contractor not in below and ("entruster" in contract) == ("permitted" in contract), "chain")
        need(not day or purpose in contract["purposes"] and contract.get("permitted", day) <= day, "day")
        above = (contract["entruster"], purpose, day, (*below, contractor)) if "entruster" in contract else ()
        return min(contract["until"], self.last(*above)) if above else contract["until"]

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Verifies an exported access log.")
    for name, kind in {"log": "rb", "--checkpoint": "rb", "--vault-id": None}.items():
        parser.add_argument(name, type=argparse.FileType(kind) if kind else str)
    options, number = parser.parse_args(), 1
    options.vault_id or options.checkpoint or parser.error("give --vault-id or --checkpoint")
    try:
        outside = options.checkpoint.read().decode() if options.checkpoint else ""
        origin = f"mynumber/{options.vault_id}" if options.vault_id else outside.split("\n")[0]
        log = Log(origin, outside)
        need(not options.checkpoint or outside.startswith(origin + "\n") and log.known > 0, "another log's checkpoint")
        for number, line in enumerate(iter(lambda: options.log.readline(1 << 20), b""), 1):
            log.take_line(line, number)
        need(log.ended, "the end is missing")
    except Exception as error:  # whatever it is, the log was not verified
        sys.exit(print(f"line {number}: {type(error).__name__} {error}", file=sys.stderr) or 76)
    print(f"{origin}: {log.size} entries, {log.checkpoints} checkpoints, {len(log.users) - 1} users")
