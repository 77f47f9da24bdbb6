#!/bin/bash
# Works through a year of the sample company in a new vault: who collects, who files, who checks
# and who destroys. Every command is shown before its output. `make demo` runs it.
#
#   MYNUMBER   the command (default: .build/release/mynumber)
#   DEMO_DIR   where to work (default: demo); only a folder that a demo made is ever replaced
set -euo pipefail
umask 077

home=$(cd "$(dirname "$0")/.." && pwd)
mynumber=${MYNUMBER:-$home/.build/release/mynumber}
demo=${DEMO_DIR:-$home/demo}
samples=$home/Samples
mark=.mynumber-demo

if [[ -e $demo && ! -e $demo/$mark ]]; then
  echo "demo.sh: $demo is there and no demo made it; set DEMO_DIR to another folder" >&2
  exit 73
fi
rm -rf -- "$demo"
mkdir -p -- "$demo"
touch -- "$demo/$mark"
cd -- "$demo"

# What each user saw last is kept here rather than in the home folder.
export XDG_STATE_HOME=$PWD/state
export MYNUMBER_VAULT=acme.vault
unset MYNUMBER_USER MYNUMBER_PASSPHRASE_FILE MYNUMBER_KEYS MYNUMBER_WITNESS

# An argument as it would be typed.
typed() {
  local word
  for word in "$@"; do
    case $word in
      "$samples"/*) word=Samples/${word#"$samples"/} ;;
      "$home"/*) word=${word#"$home"/} ;;
    esac
    case $word in
      *[\ \'\"\$\&\|\;\<\>\(\)\*\?]* | '') printf " '%s'" "${word//\'/\'\\\'\'}" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
}

say() { printf '\n# %s\n' "$*"; }

# Shows a command and runs it; the user's passphrase is read from a file beside the vault.
run() {
  printf '\n$ mynumber%s\n' "$(typed "$@")"
  "$mynumber" "$@"
}

# Runs a command as a user: as USER COMMAND…
as() {
  local user=$1
  shift
  MYNUMBER_PASSPHRASE_FILE=$user.pass run "$@" --as "$user"
}

# The same into a file: as_into FILE USER COMMAND…
as_into() {
  local file=$1 user=$2
  shift 2
  printf '\n$ mynumber%s > %s\n' "$(typed "$@" --as "$user")" "$file"
  MYNUMBER_PASSPHRASE_FILE=$user.pass "$mynumber" "$@" --as "$user" > "$file"
}

# The same for a command that must end with a status: as_refused STATUS USER COMMAND…
as_refused() {
  local expected=$1 user=$2 status=0
  shift 2
  as "$user" "$@" || status=$?
  if [[ $status -ne $expected ]]; then
    echo "demo.sh: expected exit status $expected, got $status" >&2
    exit 1
  fi
  echo "(exit status $status)"
}

# Makes a passphrase that nobody has to remember.
passphrase() { head -c 24 /dev/urandom | base64 > "$1"; }

recovery=(--recovery recovery.txt --recovery-passphrase-file recovery.pass)

for user in admin hanako keiko audrey recovery; do passphrase "$user.pass"; done

say "A vault, its policy and its first administrator, who holds no key to any number."
run init --organisation サンプル食品株式会社 --corporate-number 5835678256246 --administrator admin \
  --new-passphrase-file admin.pass --recovery-out recovery.txt \
  --recovery-passphrase-file recovery.pass --policy "$home/Policies"

say "Three users. The recovery file makes the first holders of keys; an auditor holds none."
as admin user add hanako --role hr --new-passphrase-file hanako.pass "${recovery[@]}"
as admin user add keiko --role accountant --new-passphrase-file keiko.pass "${recovery[@]}"
as admin user add audrey --role auditor --new-passphrase-file audrey.pass
run user list

say "HR: the employer's particulars, then 52 people; a dry run says first what each one is told."
as hanako employer set "$samples/employer.yaml"
as hanako person import "$samples/employees-cp932.csv" --dry-run
as hanako person import "$samples/employees-cp932.csv"

say "One person refused: what was asked, when and how is on record, and who is to be asked now."
as hanako refusal record 0019 --asked-on 2026-01-15 --method 書面 --answer refused \
  --reason 提供したくない --ask-again 2026-02-16
as hanako refusal list --due
say "One was collected before the vault and its verification not kept: the responsible person answers."
as hanako verify report
as admin verify attest --all-without-record --reason 2016年の取得時に対面で確認、記録は廃棄済み

say "HR collected these numbers and cannot read one back for a tax purpose; the log has the attempt."
as_refused 77 hanako number read 0003 --purpose tax-withholding \
  --form withholding-slip-municipality --year 2025 --reason 源泉徴収票の確認 --stdout

say "HR: notices that other software made get their numbers. A newborn child has none yet, and a"
say "spouse of category 3 is not verified: her basic pension number stands in its place."
as hanako notice fill "$samples/10191-soshitsu.csv" --form employment-insurance-loss --out notices
as hanako notice fill "$samples/SHFD0006.CSV" --form health-pension-acquisition \
  --form health-pension-loss --form health-dependents-change --out notices \
  --leave-blank not-yet-issued,unverified

say "The accountant: the slips of 2025, from the payroll software's file and from one with headers."
say "Two people have no number; the blanks are left by name of the reason and journalled."
mkdir -p slips slips-tax-office
as keiko slip export --year 2025 --payroll "$samples/payroll-2025-unified.csv" \
  --leave-blank none-abroad,refused --out slips
as keiko slip export --year 2025 --payroll "$samples/payroll-2025.csv" --copy tax-office \
  --leave-blank none-abroad,refused --out slips-tax-office

say "The same for a municipality that is filed with on paper: drawn in a process of its own."
mkdir -p slips-paper
as keiko slip export --year 2025 --payroll "$samples/payroll-2025.csv" --copy municipality --paper \
  --person 0004 --out slips-paper

say "Beside the slips: the slip of retirement pay, for a purpose told before, and payment records of"
say "fees, which a payee has only above the limit. A corporation's number is public."
mkdir -p records
as keiko declare 0022 --purposes retirement-income --method 書面 --on 2026-01-05
as keiko slip retirement --year 2026 --file "$samples/retirement-2026.csv" --out records
as keiko slip payment --year 2026 --file "$samples/payments-2026.csv" --out records
say "The figures of the sheets that go with them; no number stands on these, and none is opened."
as keiko slip summary --year 2025 --payroll "$samples/payroll-2025.csv" --kind municipality \
  --pdf totals-municipality.pdf
as keiko slip summary --year 2026 --payroll "$samples/payroll-2026.csv" --kind tax-office \
  --retirement "$samples/retirement-2026.csv" --payments "$samples/payments-2026.csv" \
  --pdf totals-tax-office.pdf

say "The employees' own copies, on which no number stands: HR can make them without a key to one."
mkdir -p slips-recipient
as hanako slip export --year 2025 --payroll "$samples/payroll-2025.csv" --copy recipient \
  --out slips-recipient

say "What the law no longer allows to be kept goes, with a certificate."
as admin purge --dry-run
as admin purge --certificate certificate.json

say "Numbers outside the vault: a file of papers, what was carried out, who was trained."
as hanako ledger file add --kind paper --name 扶養控除等申告書2019-2025 --responsible 総務部長 \
  --department 総務部 --purpose tax-declarations --access 総務部給与担当 --place 本社3階書庫 \
  --protection 施錠キャビネット
as hanako handling record carry-out --what 年末調整の書類 --on 2026-01-20 --by 総務部 \
  --party 顧問税理士事務所 --protection 施錠ケース --return-by 2026-01-27
as admin handling training hanako --on 2026-04-10 --topic 番号の取扱い
as admin handling size 45 --on 2026-03-31
say "The auditor: every file with numbers, then the guideline's safety measures, item by item."
as audrey ledger handling
as audrey audit self-check

say "The auditor: who used which number, when and why, without seeing a number or a name."
as audrey audit report
as_into report.json audrey audit report --format json
as_into report.csv audrey audit report --format csv
as_into report.html audrey audit report --format html
say "What the log holds about one person, for that person, with proofs."
as audrey audit disclose 0003 --out disclosure.json
as audrey audit checkpoint --out checkpoint.txt
as audrey audit export --out log.jsonl

say "Anyone can check the log, without the vault and without a key."
run audit verify log.jsonl --checkpoint checkpoint.txt
run audit verify log.jsonl --checkpoint checkpoint.txt --report report.html
run audit verify certificate.json --log log.jsonl --checkpoint checkpoint.txt --pdf certificate.pdf
run audit verify disclosure.json --log log.jsonl --checkpoint checkpoint.txt
if python3 -c "import cryptography" 2> /dev/null; then
  say "So can another program, which was written from the format page alone."
  python3 "$samples/verify_log.py" log.jsonl --checkpoint checkpoint.txt
fi

say "The review is recorded. What a stolen notebook would ask for, and until when, needs no vault."
as audrey audit sign-off --through $(($(grep -c '^{"entry"' log.jsonl) - 1)) --finding 異常なし
printf '%s\n' '{"knownOn": "2026-11-24", "harms": ["leak"], "cause": "theft", "people": 45}' \
  > incident.json
run incident clock incident.json

cat << END

Done. In $PWD:
  slips, slips-tax-office   the withholding slips (they hold numbers of invented people)
  slips-paper               one for filing on paper (it holds numbers of invented people)
  notices                   files for the pension office and employment insurance (they hold numbers of invented people)
  records                   the retirement slip and payment records (they hold numbers of invented people)
  totals-*.pdf              the figures for the sheets that go with the slips, without any number
  slips-recipient           the employees' own copies as PDF, without any number
  report.html               the access report as a page with plots; report.json, report.csv the same as data
  log.jsonl                 the access log, and checkpoint.txt to hold it against
  certificate.json          the certificate of disposal
  disclosure.json           what the log holds about employee 0003, with proofs
  acme.vault                the vault; the passphrases are in the *.pass files
END
