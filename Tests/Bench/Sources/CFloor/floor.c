// The floor's transactions: collecting people and reading their numbers.
#include "floor.h"
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HOLDERS = 16, BOXES = 1 << 16 };

// A key that sealed values are wrapped under, in the order in which the product wraps.
typedef struct {
  int object, number, name_length, box;
  char name[32];
} holder_key;

static sqlite3 *database;
static holder_key keys[HOLDERS];
static int key_count;
person_shape *people;
static uint16_t *entries, *checkpoints;
static int64_t people_count, entries_count;
static uint8_t opened[BOXES];

sqlite3_stmt *begin, *begin_immediate, *commit, *lock, *vault_head, *person, *records_head, *keys_head;
static sqlite3_stmt *stamp_records, *stamp_keys, *insert_person,
    *insert_number, *insert_evidence, *insert_lockbox, *insert_wrap, *wrap, *number, *lockbox;

// MARK: Errors

void fail(const char *doing) {
  fprintf(stderr, "bench: the floor failed: %s (%s)\n", doing, sqlite3_errmsg(database));
  exit(70);
}

void check(int ok, const char *doing) {
  if (ok != 1) fail(doing);
}

// MARK: SQLite

sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL))
    fail(sql);
  return statement;
}

void run(sqlite3_stmt *statement) {
  if (sqlite3_step(statement) != SQLITE_DONE) fail(sqlite3_sql(statement));
  sqlite3_reset(statement);
}

void row(sqlite3_stmt *statement) {
  if (sqlite3_step(statement) != SQLITE_ROW) fail(sqlite3_sql(statement));
}

void look(sqlite3_stmt *statement) {
  row(statement);
  sqlite3_reset(statement);
}

void blob(sqlite3_stmt *statement, int place, const void *bytes, int length) {
  sqlite3_bind_blob(statement, place, bytes, length, SQLITE_STATIC);
}

void attach(const char *records, const char *keys_file) {
  char sql[4200];
  if (sqlite3_open_v2(records, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL))
    fail("open");
  snprintf(sql, sizeof sql, "ATTACH '%s' AS k", keys_file);
  if (sqlite3_exec(database, sql, NULL, NULL, NULL)) fail(sql);
}

void floor_open(const char *records, const char *keys_file) {
  crypto_start();
  attach(records, keys_file);
  // As in Sources/StorageSQLite/Connection.swift.
  const char *pragmas =
      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
      "PRAGMA main.journal_mode = DELETE; PRAGMA k.journal_mode = DELETE;"
      "PRAGMA main.synchronous = EXTRA; PRAGMA k.synchronous = EXTRA;"
      "PRAGMA main.secure_delete = ON; PRAGMA k.secure_delete = ON;"
      "PRAGMA main.cache_size = -32768; PRAGMA k.cache_size = -32768;";
  if (sqlite3_exec(database, pragmas, NULL, NULL, NULL)) fail("pragmas");
  begin = prepare("BEGIN");
  begin_immediate = prepare("BEGIN IMMEDIATE");
  commit = prepare("COMMIT");
  lock = prepare("UPDATE main.head SET size = size WHERE id = 1");
  stamp_records = prepare("UPDATE main.head SET transaction_id = ?1 WHERE id = 1");
  stamp_keys = prepare("UPDATE k.head SET transaction_id = ?1 WHERE id = 1");
  vault_head = prepare("SELECT size, frontier, transaction_id, failures FROM main.head WHERE id = 1");
  records_head = prepare("SELECT id FROM main.head");
  keys_head = prepare("SELECT id FROM k.head");
  insert_person = prepare(
      "INSERT INTO main.people(code, uid, pin, record, profile_version, profile_commitment, "
      "profile) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  insert_number = prepare(
      "INSERT INTO main.numbers(person, version, sealed, commitment) VALUES(?1, ?2, ?3, ?4)");
  insert_evidence = prepare(
      "INSERT INTO main.evidence(person, version, sealed, commitment) VALUES(?1, ?2, ?3, ?4)");
  insert_lockbox = prepare(
      "INSERT INTO k.lockboxes(uid, key, generation, encapsulated, commitment, pin) "
      "VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
  insert_wrap = prepare(
      "INSERT INTO k.wraps(person, object, version, key, lockbox, declaration, sealed) "
      "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  person = prepare("SELECT id, pin, uid, record FROM main.people WHERE code = ?1");
  wrap = prepare(
      "SELECT id, person, object, version, key, lockbox, erased, declaration, sealed "
      "FROM k.wraps WHERE person = ?1 AND object = ?2 AND version = ?3 AND key = ?4 "
      "AND erased = 0 ORDER BY id DESC LIMIT 1");
  number = prepare(
      "SELECT id, person, version, sealed, commitment, erased FROM main.numbers "
      "WHERE person = ?1 AND version = ?2");
  lockbox = prepare(
      "SELECT id, uid, key, generation, encapsulated, commitment, pin FROM k.lockboxes "
      "WHERE id = ?1");
  log_start(database);
  slips_start();
  memset(opened, 0, sizeof opened);
}

void floor_close(void) {
  sqlite3_stmt *statement;
  while ((statement = sqlite3_next_stmt(database, NULL))) sqlite3_finalize(statement);
  sqlite3_close(database);
}

// MARK: Lengths

int entry_length(int64_t index) { return entries[index]; }

int origin_length, signer_length;

int checkpoint_length(int64_t size) { return checkpoints[size]; }

static int64_t largest(const char *sql) {
  sqlite3_stmt *statement = prepare(sql);
  row(statement);
  return sqlite3_column_int64(statement, 0);
}

static void learn_lengths(const char *sql, uint16_t *lengths) {
  sqlite3_stmt *statement = prepare(sql);
  while (sqlite3_step(statement) == SQLITE_ROW)
    lengths[sqlite3_column_int64(statement, 0)] = (uint16_t)sqlite3_column_int(statement, 1);
}

static void learn_people(void) {
  sqlite3_stmt *statement = prepare(
      "SELECT p.id, p.code, length(p.record), length(p.profile), length(e.sealed) "
      "FROM people p JOIN evidence e ON e.person = p.id");
  while (sqlite3_step(statement) == SQLITE_ROW) {
    person_shape *shape = &people[sqlite3_column_int64(statement, 0)];
    shape->code_length = (uint8_t)sqlite3_column_bytes(statement, 1);
    memcpy(shape->code, sqlite3_column_blob(statement, 1), shape->code_length);
    shape->record = (uint16_t)sqlite3_column_int(statement, 2);
    shape->profile = (uint16_t)sqlite3_column_int(statement, 3);
    shape->evidence = (uint16_t)sqlite3_column_int(statement, 4);
  }
}

// A checkpoint's first line is the origin; its last begins with a dash of 3 bytes and the signer.
static void learn_names(void) {
  sqlite3_stmt *statement = prepare("SELECT text FROM checkpoints ORDER BY size DESC LIMIT 1");
  row(statement);
  const char *text = sqlite3_column_blob(statement, 0);
  const char *signer = strstr(text, "\n\n") + 6;
  origin_length = (int)strcspn(text, "\n");
  signer_length = (int)strcspn(signer, " ");
}

static void learn_keys(void) {
  sqlite3_stmt *statement = prepare(
      "SELECT w.object, w.key, l.key FROM k.wraps w JOIN k.lockboxes l ON l.id = w.lockbox "
      "WHERE w.person = (SELECT min(person) FROM k.wraps) ORDER BY w.id");
  key_count = 0;
  while (sqlite3_step(statement) == SQLITE_ROW && key_count < HOLDERS) {
    holder_key *key = &keys[key_count];
    key->object = sqlite3_column_int(statement, 0);
    key->number = sqlite3_column_int(statement, 1);
    key->name_length = sqlite3_column_bytes(statement, 2);
    memcpy(key->name, sqlite3_column_text(statement, 2), (size_t)key->name_length + 1);
    key->box = key_count++;
  }
}

void floor_learn(const char *records, const char *keys_file) {
  attach(records, keys_file);
  people_count = largest("SELECT max(id) FROM people");
  entries_count = largest("SELECT max(idx) FROM entries");
  free(people), free(entries), free(checkpoints);
  people = calloc((size_t)people_count + 1, sizeof *people);
  entries = calloc((size_t)entries_count + 2, sizeof *entries);
  checkpoints = calloc((size_t)entries_count + 2, sizeof *checkpoints);
  if (!people || !entries || !checkpoints) fail("memory");
  learn_people();
  learn_lengths("SELECT idx, length(bytes) FROM entries", entries);
  learn_lengths("SELECT size, length(text) FROM checkpoints", checkpoints);
  learn_names();
  learn_keys();
  floor_close();
}

void floor_learn_before(const char *records) {
  if (sqlite3_open_v2(records, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL))
    fail("open");
  sqlite3_stmt *statement = prepare("SELECT id, length(record) FROM people");
  while (sqlite3_step(statement) == SQLITE_ROW) {
    person_shape *shape = &people[sqlite3_column_int64(statement, 0)];
    shape->after = shape->record;
    shape->record = (uint16_t)sqlite3_column_int(statement, 1);
  }
  floor_close();
}

// MARK: Collecting

static int64_t boxes[HOLDERS];

static void make_lockboxes(void) {
  uint8_t encapsulated[HOLDERS][KEY], uid[HOLDERS][UID], out[HASH];
  for (int i = 0; i < key_count; i++) {
    random_fill(uid[i], UID);
    lockbox_make(keys[i].name_length, encapsulated[i]);
    hash(-1, filler, LOCKBOX_PINNED + keys[i].name_length, out);
  }
  int64_t pin = log_size();
  log_append(0);
  for (int i = 0; i < key_count; i++) {
    blob(insert_lockbox, 1, uid[i], UID);
    sqlite3_bind_text(insert_lockbox, 2, keys[i].name, keys[i].name_length, SQLITE_STATIC);
    sqlite3_bind_int64(insert_lockbox, 3, 1);
    blob(insert_lockbox, 4, encapsulated[i], KEY);
    blob(insert_lockbox, 5, filler, HASH);
    sqlite3_bind_int64(insert_lockbox, 6, pin);
    run(insert_lockbox);
    boxes[i] = sqlite3_last_insert_rowid(database);
  }
}

static void put_wraps(int64_t id, int object, const uint8_t *data_key) {
  uint8_t sealed[KEY + OVERHEAD];
  for (int i = 0; i < key_count; i++) {
    if (keys[i].object != object) continue;
    seal(wrapping_key, data_key, KEY, WRAP_AAD + keys[i].name_length, sealed);
    sqlite3_bind_int64(insert_wrap, 1, id);
    sqlite3_bind_int64(insert_wrap, 2, object);
    sqlite3_bind_int64(insert_wrap, 3, 1);
    sqlite3_bind_int64(insert_wrap, 4, keys[i].number);
    sqlite3_bind_int64(insert_wrap, 5, boxes[i]);
    blob(insert_wrap, 6, filler, UID);
    blob(insert_wrap, 7, sealed, sizeof sealed);
    run(insert_wrap);
  }
}

static int64_t put_person(const person_shape *shape, const uint8_t *data_key) {
  uint8_t sealed[1 << 14], commitment[HASH], uid[UID], digest[HASH];
  random_fill(uid, UID);
  seal_object(data_key, filler, shape->profile - OVERHEAD, sealed, commitment);
  hash(-1, filler, shape->record, digest);
  blob(insert_person, 1, shape->code, shape->code_length);
  blob(insert_person, 2, uid, UID);
  sqlite3_bind_int64(insert_person, 3, log_size());
  blob(insert_person, 4, filler, shape->record);
  sqlite3_bind_int64(insert_person, 5, 1);
  blob(insert_person, 6, commitment, HASH);
  blob(insert_person, 7, sealed, shape->profile);
  run(insert_person);
  return sqlite3_last_insert_rowid(database);
}

static void put_sealed(
    sqlite3_stmt *statement, int64_t id, const uint8_t *data_key, int sealed_length) {
  uint8_t sealed[1 << 14], commitment[HASH];
  seal_object(data_key, filler, sealed_length - OVERHEAD, sealed, commitment);
  sqlite3_bind_int64(statement, 1, id);
  sqlite3_bind_int64(statement, 2, 1);
  blob(statement, 3, sealed, sealed_length);
  blob(statement, 4, commitment, HASH);
  run(statement);
}

static void collect(const person_shape *shape) {
  uint8_t data_key[KEY];
  random_fill(data_key, KEY);
  int64_t id = put_person(shape, data_key);
  put_wraps(id, 2, data_key);
  random_fill(data_key, KEY);
  put_sealed(insert_number, id, data_key, NUMBER + OVERHEAD);
  put_wraps(id, 1, data_key);
  random_fill(data_key, KEY);
  put_sealed(insert_evidence, id, data_key, shape->evidence);
  put_wraps(id, 3, data_key);
  log_append(id);
}

void floor_collect(int64_t first, int64_t count) {
  uint8_t id[UID];
  random_fill(id, UID);  // the declaration's id
  random_fill(id, UID);
  run(begin_immediate);
  blob(stamp_records, 1, id, UID);
  run(stamp_records);
  blob(stamp_keys, 1, id, UID);
  run(stamp_keys);
  look(vault_head);
  make_lockboxes();
  for (int64_t i = first + 1; i <= first + count; i++) collect(&people[i]);
  log_finish(1);
  run(commit);
}

// MARK: Reading

int key_of(const char *name, int object) {
  for (int i = 0; i < key_count; i++)
    if (keys[i].object == object && !strcmp(keys[i].name, name)) return i;
  fail("no key to read with");
  return 0;
}

// The person of a code, held against the log.
int64_t decide_person(const person_shape *shape) {
  uint8_t digest[HASH];
  blob(person, 1, shape->code, shape->code_length);
  row(person);
  int64_t id = sqlite3_column_int64(person, 0);
  hash(-1, sqlite3_column_blob(person, 3), sqlite3_column_bytes(person, 3), digest);
  sqlite3_reset(person);
  return id;
}

static void bind_wrap(int64_t id, int object, int key) {
  sqlite3_bind_int64(wrap, 1, id);
  sqlite3_bind_int64(wrap, 2, object);
  sqlite3_bind_int64(wrap, 3, 1);
  sqlite3_bind_int64(wrap, 4, keys[key].number);
}

void look_for_wrap(int64_t id, int object, int key) {
  bind_wrap(id, object, key);
  look(wrap);
}

static int64_t decide(const person_shape *shape, int key) {
  int64_t id = decide_person(shape);
  look_for_wrap(id, 1, key);
  return id;
}

static void open_lockbox(int64_t id, int name_length) {
  uint8_t out[HASH];
  if (id < BOXES && opened[id]) return;
  sqlite3_bind_int64(lockbox, 1, id);
  row(lockbox);
  hash(-1, filler, LOCKBOX_PINNED + name_length, out);
  lockbox_open(name_length, sqlite3_column_blob(lockbox, 4));
  sqlite3_reset(lockbox);
  if (id < BOXES) opened[id] = 1;
}

void unwrap(int64_t id, int object, int key, uint8_t data_key[KEY + TAG]) {
  bind_wrap(id, object, key);
  row(wrap);
  open_lockbox(sqlite3_column_int64(wrap, 5), keys[key].name_length);
  unseal(
      wrapping_key, sqlite3_column_blob(wrap, 8), KEY + OVERHEAD,
      WRAP_AAD + keys[key].name_length, data_key);
  sqlite3_reset(wrap);
}

static void open_number(int64_t id, int key) {
  uint8_t data_key[KEY + TAG], digits[NUMBER + TAG];
  unwrap(id, 1, key, data_key);
  sqlite3_bind_int64(number, 1, id);
  sqlite3_bind_int64(number, 2, 1);
  row(number);
  unseal_number(data_key, sqlite3_column_blob(number, 3), digits);
  sqlite3_reset(number);
}

void floor_read(int64_t first, int64_t count) {
  static int64_t ids[1000];
  int key = key_of("tax-withholding", 1);
  run(begin);
  run(lock);
  look(vault_head);
  for (int64_t i = 0; i < count; i++) {
    ids[i] = decide(&people[first + 1 + i], key);
    log_append(ids[i]);
  }
  log_finish(0);
  run(commit);
  run(begin);
  look(records_head);
  look(keys_head);
  for (int64_t i = 0; i < count; i++) open_number(ids[i], key);
  run(commit);
}
