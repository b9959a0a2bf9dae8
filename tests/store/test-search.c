/* test-search.c: what a search finds, and what it must not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "fixture.h"
#include "random-records.h"
#include "store/rows.h"

typedef struct
{
  SamsynStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = samsyn_test_workspace ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  samsyn_test_workspace_remove (fixture->store);
}

static SamsynChange *
new_action (SamsynStore *store,
            const char  *title,
            const char  *description)
{
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("action"), samsyn_store_new_id (store));

  samsyn_change_add_text (change, "title", title);
  samsyn_change_add_text (change, "description", description);
  return change;
}

static gint64
add_action (SamsynStore *store,
            const char  *title,
            const char  *description)
{
  SamsynChange *change = new_action (store, title, description);
  gint64 id = change->record;

  samsyn_fixture_apply (store, change);
  return id;
}

static GPtrArray *
search (SamsynStore *store,
        const char  *words)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = samsyn_store_search (store, words, 0, "sv", &error);

  g_assert_no_error (error);
  g_assert_nonnull (hits);
  return hits;
}

static guint
count (SamsynStore *store,
       const char  *words)
{
  g_autoptr (GPtrArray) hits = search (store, words);

  return hits->len;
}

static void
assert_only (SamsynStore *store,
             const char  *words,
             gint64       id)
{
  g_autoptr (GPtrArray) hits = search (store, words);

  if (hits->len != 1 || ((SamsynHit *) g_ptr_array_index (hits, 0))->id != id)
    g_error ("“%s”: %u hits", words, hits->len);
}

/* ---- Words ---------------------------------------------------------------------------------------------------------------- */

static void
test_swedish (Fixture      *fixture,
              gconstpointer data)
{
  gint64 sheep = add_action (fixture->store, "Får på Öland", NULL), father = add_action (fixture->store, "Far på Oland", NULL);

  assert_only (fixture->store, "får", sheep);
  assert_only (fixture->store, "FÅR", sheep);
  assert_only (fixture->store, "fa\xcc\x8ar", sheep); /* å as a and a ring */
  assert_only (fixture->store, "far", father);
  assert_only (fixture->store, "öland", sheep);
  assert_only (fixture->store, "oland", father);
  assert_only (fixture->store, "på ö", sheep);
  g_assert_cmpuint (count (fixture->store, "på"), ==, 2);
  g_assert_cmpuint (count (fixture->store, "pa"), ==, 0);
}

/* Each letter more narrows what is found, and words stand in any order. */
static void
test_as_typed (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const typed[] = { "so", "soc", "socialnämnd", "socialnämnden yttrande", "yttr socialnä", "314-13",
                                       "kap. 7 §", "s", "Dnr 314-1366-2008" };
  gint64 id = add_action (fixture->store, "Socialnämnden", "Skriver sitt yttrande, dnr 314-1366-2008, 2 kap. 7 § SoL");

  add_action (fixture->store, "Kommunstyrelsen", "Väntar");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    assert_only (fixture->store, typed[i], id);
  g_assert_cmpuint (count (fixture->store, "socialnämnden väntar"), ==, 0);
  g_assert_cmpuint (count (fixture->store, "nämnden"), ==, 0);
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const nothing[] = { "", " ", "\"", "*", "—", "…!?", "()", "\n\t", "😀", "\xff\xfe" };

  add_action (fixture->store, "Något", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    g_assert_cmpuint (count (fixture->store, nothing[i]), ==, 0);
}

/* Whatever is typed is words, never syntax. */
static void
test_evil (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const evil[] = { "alfa\"",          "\"alfa",        "alfa* ",          "alfa AND",     "alfa AND beta",
                                      "NOT alfa",        "alfa NOT beta", "alfa OR",         "(alfa",        "alfa)",
                                      "title:alfa",      "{title} : alfa", "^alfa",          "alfa + beta",  "NEAR(alfa beta, 2)",
                                      "alfa\\",          "alfa'; DROP TABLE record; --",     "-alfa",        "alfa\xff",
                                      "alfa\"\"\"*\"",   "rank:alfa",     "alfa:",           "alfa, beta",   "'alfa'",
                                      "%s%n alfa",       "alfa\x01" "beta", "¼ alfa ½",      "\xe2\x80\xae" "alfa" };
  g_autoptr (GString) many = g_string_new (NULL);

  add_action (fixture->store, "alfa beta", "and not or near title rank drop table record s n 2 ¼ ½");
  for (guint i = 0; i < G_N_ELEMENTS (evil); i++)
    if (count (fixture->store, evil[i]) != 1)
      g_error ("“%s” did not find alfa", evil[i]);
  for (guint i = 0; i < 5000; i++)
    g_string_append (many, "(alfa* \"beta ");
  g_assert_cmpuint (count (fixture->store, many->str), ==, 1);
}

/* ---- Hits ----------------------------------------------------------------------------------------------------------------- */

static void
test_hit (Fixture      *fixture,
          gconstpointer data)
{
  gint64 id = add_action (fixture->store, "Boka möte", "Det här ska göras klart innan nämnden sammanträder i april");
  g_autoptr (GPtrArray) hits = search (fixture->store, "nämnd april");
  SamsynHit *hit = g_ptr_array_index (hits, 0);

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (hit->id, ==, id);
  g_assert_cmpstr (hit->kind->id, ==, "action");
  g_assert_cmpstr (hit->title, ==, "Boka möte");
  g_assert_nonnull (strstr (hit->excerpt, "\u2068nämnden\u2069"));
  g_assert_nonnull (strstr (hit->excerpt, "\u2068april\u2069"));
}

/* A hit in the title says more than one in a long text. */
/* Of a record that is called by words of ours, the name that stands for them in the file is not shown. */
static void
test_known_words (Fixture      *fixture,
                  gconstpointer data)
{
  gint64 id = samsyn_fixture_create (fixture->store, "setting", "name", "lights.cost.amber");
  g_autoptr (GPtrArray) hits = search (fixture->store, "amber");
  const SamsynHit *hit;

  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpint (hit->id, ==, id);
  g_assert_cmpstr (hit->title, ==, "Kostnad: gult vid så många procent över budget");
  g_assert_cmpstr (hit->excerpt, ==, "");
}

static void
test_best_first (Fixture      *fixture,
                 gconstpointer data)
{
  gint64 passing
      = add_action (fixture->store, "Något annat", "Långt om allt möjligt, och så nämns remissen i förbigående bland annat");
  gint64 about = add_action (fixture->store, "Remissen", NULL);
  g_autoptr (GPtrArray) hits = search (fixture->store, "remissen");

  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpint (((SamsynHit *) hits->pdata[0])->id, ==, about);
  g_assert_cmpint (((SamsynHit *) hits->pdata[1])->id, ==, passing);
}

static void
test_limits (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free), hits = NULL;
  SamsynStepInfo info = { .code = "import", .author = "test" };

  for (guint i = 0; i < 2500; i++)
    {
      g_autofree char *title = g_strdup_printf ("Ärende %u", i);

      g_ptr_array_add (changes, new_action (fixture->store, title, NULL));
    }
  g_assert_cmpint (samsyn_store_apply (fixture->store, &info, changes, NULL, NULL), >, 0);
  g_assert_cmpuint (count (fixture->store, "ärende"), ==, 200);
  g_assert_cmpuint (count (fixture->store, "ärende 2499"), ==, 1);
  hits = samsyn_store_search (fixture->store, "ärende", 5, NULL, NULL);
  g_assert_cmpuint (hits->len, ==, 5);
}

/* ---- Changes -------------------------------------------------------------------------------------------------------------- */

static void
test_edited (Fixture      *fixture,
             gconstpointer data)
{
  gint64 id = add_action (fixture->store, "Gammalt namn", NULL);

  samsyn_fixture_edit (fixture->store, id, "title", "Färskt namn", NULL);
  g_assert_cmpuint (count (fixture->store, "gammalt"), ==, 0);
  assert_only (fixture->store, "färskt", id);
}

static void
test_deleted (Fixture      *fixture,
              gconstpointer data)
{
  gint64 id = add_action (fixture->store, "Försvinner", NULL);
  g_autoptr (GError) error = NULL;

  assert_only (fixture->store, "försvinner", id);
  samsyn_fixture_delete (fixture->store, id);
  g_assert_cmpuint (count (fixture->store, "försvinner"), ==, 0);
  g_assert_cmpint (samsyn_store_undo (fixture->store, &error), >, 0);
  g_assert_no_error (error);
  assert_only (fixture->store, "försvinner", id);
}

/* Every searchable text of every kind is found by its words. */
static void
test_every_kind (Fixture      *fixture,
                 gconstpointer data)
{
  const SamsynKind *const *kinds = samsyn_kinds ();

  samsyn_test_fill (fixture->store, 5, 7);
  for (guint k = 0; kinds[k] != NULL; k++)
    {
      g_autoptr (GPtrArray) records = samsyn_test_records (fixture->store, kinds[k]);
      const SamsynRecord *record = g_ptr_array_index (records, 0);

      for (guint f = 0; f < kinds[k]->n_fields; f++)
        {
          const char *text = samsyn_value_get_text (&record->values[f]);
          g_autoptr (GPtrArray) hits = NULL;
          gboolean found = FALSE;

          if (!(kinds[k]->fields[f].flags & SAMSYN_FIELD_SEARCHABLE) || text == NULL)
            continue;
          hits = samsyn_store_search (fixture->store, text, 2000, "sv", NULL);
          for (guint i = 0; i < hits->len && !found; i++)
            found = ((SamsynHit *) hits->pdata[i])->id == record->id;
          if (!found)
            g_error ("%s.%s: “%s” not found", kinds[k]->id, kinds[k]->fields[f].id, text);
        }
    }
}

/* Reading that gives up, whenever that is, leaves nothing that keeps the next step from being written. */
static void
test_limited (Fixture      *fixture,
              gconstpointer data)
{
  gint64 id = add_action (fixture->store, "Kalla till möte", "Samråd");

  samsyn_fixture_fill (fixture->store, 500);
  for (guint i = 0; i < 1500; i++)
    {
      gint64 patience = i % 3 == 0 ? -1 : g_test_rand_int_range (0, 3000);
      g_autofree char *title = NULL;
      g_autoptr (SamsynRecord) record = NULL;
      g_autoptr (GPtrArray) hits = NULL;

      samsyn_store_limit (fixture->store, g_get_monotonic_time () + patience, NULL);
      title = samsyn_store_title (fixture->store, id, NULL);
      record = samsyn_store_get (fixture->store, id, NULL);
      hits = samsyn_store_search (fixture->store, "möte", 0, NULL, NULL);
      samsyn_store_end_limit (fixture->store);
      g_assert_true (sqlite3_get_autocommit (fixture->store->db));
    }
  samsyn_fixture_edit (fixture->store, id, "title", "Sparat", NULL);
  assert_only (fixture->store, "sparat", id);
}

/* ---- Written apart, or together -------------------------------------------------------------------------------------------- */

static void
test_parted (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *text, *typed;
  } same[] = {
    { "11 kap. 1c § SoL", "1c §" }, { "11 kap. 1c § SoL", "1 c §" }, { "11 kap. 1 c § SoL", "1c §" },
    { "11 kap. 1 c § SoL", "1 c §" }, { "11 kap. 1\u00a0c § SoL", "11 kap 1c" }, { "Kostar 12345 kronor", "12 345" },
    { "Kostar 12 345 kronor", "12345" }, { "Kostar 12\u00a0345 kronor", "12345 kr" },
    { "Kostar 12\u202f345 kronor", "12 345" }, { "Kostar 12345 kronor", "12\u00a0345" },
    { "Kostar 1 234 567 kr", "1234567" }, { "Kostar 1234567 kr", "1 234 567" }, { "Covid19", "covid 19" },
    { "Covid 19", "covid19" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      gint64 id = add_action (fixture->store, "Något", same[i].text);
      g_autoptr (GPtrArray) hits = NULL;
      const char *excerpt;

      assert_only (fixture->store, same[i].typed, id);
      /* What was found is marked where it stands. */
      hits = search (fixture->store, same[i].typed);
      excerpt = ((SamsynHit *) g_ptr_array_index (hits, 0))->excerpt;
      g_assert_nonnull (strstr (excerpt, "\u2068"));
      samsyn_fixture_delete (fixture->store, id);
    }
}

/* Other numbers, and other letters, are others. */
static void
test_not_parted (Fixture      *fixture,
                 gconstpointer data)
{
  static const struct
  {
    const char *text, *typed;
  } others[] = {
    { "11 kap. 1 d §", "1c" }, { "1 234 5", "12345" }, { "12 3456", "123456" }, { "123 45", "12345" }, { "20 16", "2016" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gint64 id = add_action (fixture->store, "Något", others[i].text);

      g_assert_cmpuint (count (fixture->store, others[i].typed), ==, 0);
      samsyn_fixture_delete (fixture->store, id);
    }
}

static void
assert_excerpt (SamsynStore *store,
                const char  *words,
                const char  *excerpt)
{
  g_autoptr (GPtrArray) hits = search (store, words);

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (((SamsynHit *) g_ptr_array_index (hits, 0))->excerpt, ==, excerpt);
}

static void
test_parted_excerpt (Fixture      *fixture,
                     gconstpointer data)
{
  add_action (fixture->store, "Något", "Enligt 1 c § för 12\u00a0345 kr");
  assert_excerpt (fixture->store, "1c", "Enligt \u20681 c\u2069 § för 12\u00a0345 kr");
  assert_excerpt (fixture->store, "12345", "Enligt 1 c § för \u206812\u00a0345\u2069 kr");
}

/* As an older version took it, which knew no limits. */
static void
put_description (SamsynStore *store,
                 gint64       id,
                 const char  *text)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE action SET description = '%s' WHERE id = %lld", text, (long long) id);

  g_assert_true (samsyn_db_exec (store, sql, NULL) && samsyn_rows_renew (store, NULL));
}

/* What no word ends is not shown whole, nor searched again and again. */
static void
test_long_excerpt (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *letters = g_strnfill (190000, 'x'), *signs = g_strnfill (190000, '.'), *digits = g_strnfill (50000, '1');
  g_autofree char *text = g_strconcat ("Början ", letters, " slut", NULL), *other = g_strconcat ("Punkter ", signs, NULL);
  gint64 a = add_action (fixture->store, "A", NULL), b = add_action (fixture->store, "B", NULL);

  put_description (fixture->store, a, text);
  put_description (fixture->store, b, other);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) hits = search (fixture->store, i == 0 ? "början" : "punkter");

      g_assert_cmpuint (hits->len, ==, 1);
      g_assert_cmpuint (strlen (((SamsynHit *) g_ptr_array_index (hits, 0))->excerpt), <, 500);
    }
  g_assert_cmpuint (count (fixture->store, letters), ==, 1);
  g_assert_cmpuint (count (fixture->store, digits), ==, 0);
}

/* ---- Days and titles ------------------------------------------------------------------------------------------------------- */

static gboolean
has_hit (const GPtrArray *hits,
         gint64           id)
{
  for (guint i = 0; i < hits->len; i++)
    if (((SamsynHit *) g_ptr_array_index (hits, i))->id == id)
      return TRUE;
  return FALSE;
}

/* Each date of each kind is found by its day: a deadline at once, the others when all was looked through. */
static void
test_days (Fixture      *fixture,
           gconstpointer data)
{
  const SamsynKind *const *kinds = samsyn_kinds ();
  guint n_deadlines = 0, n_others = 0;

  samsyn_test_fill (fixture->store, 5, 11);
  for (guint k = 0; kinds[k] != NULL; k++)
    {
      g_autoptr (GPtrArray) records = samsyn_test_records (fixture->store, kinds[k]);

      for (guint f = 0; f < kinds[k]->n_fields; f++)
        for (guint i = 0; kinds[k]->fields[f].type == SAMSYN_TYPE_DATE && i < records->len; i++)
          {
            const SamsynRecord *record = g_ptr_array_index (records, i);
            const char *day = samsyn_value_get_text (&record->values[f]);
            gboolean deadline = (kinds[k]->fields[f].flags & SAMSYN_FIELD_DEADLINE) != 0;
            g_autoptr (GPtrArray) hits = day != NULL ? samsyn_store_search (fixture->store, day, 2000, "sv", NULL) : NULL;

            if (hits == NULL)
              continue;
            if (!deadline)
              g_assert_true (samsyn_store_search_further (fixture->store, day, 2000, "sv", hits, NULL));
            if (!has_hit (hits, record->id))
              g_error ("%s.%s: %s not found", kinds[k]->id, kinds[k]->fields[f].id, day);
            n_deadlines += deadline;
            n_others += !deadline;
          }
    }
  g_assert_cmpuint (n_deadlines, >, 10);
  g_assert_cmpuint (n_others, >, 10);
}

static void
test_typed_days (Fixture      *fixture,
                 gconstpointer data)
{
  static const char *const typed[][2]
      = { { "2016-05-20", "sv" }, { "20 maj 2016", "sv" }, { "20 May 2016", "en" }, { "May 20, 2016", "en" }, { "20/5", "sv" },
          { " 20 maj ", "sv" },   { "20160520", "sv" },    { "fredag", "sv" },      { "Friday", "en" } };
  static const char *const others[] = { "2016-05-21", "20", "2016", "fred", "maj", "+", "20 mars" };
  gint64 due = add_action (fixture->store, "Lämna in", NULL), other = add_action (fixture->store, "Vänta", NULL);

  g_setenv ("SAMSYN_NOW", "2016-05-16", TRUE);
  samsyn_fixture_edit (fixture->store, due, "due_on", "2016-05-20", NULL);
  samsyn_fixture_edit (fixture->store, other, "due_on", "2016-05-22", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) hits = samsyn_store_search (fixture->store, typed[i][0], 0, typed[i][1], NULL);
      const SamsynHit *hit;

      if (hits->len != 1 || (hit = g_ptr_array_index (hits, 0))->id != due)
        g_error ("“%s”: %u hits", typed[i][0], hits->len);
      g_assert_nonnull (
          strstr (hit->excerpt, g_str_equal (typed[i][1], "sv") ? "\u20682016-05-20\u2069" : "\u206820 May 2016\u2069"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpuint (count (fixture->store, others[i]), ==, 0);
  g_unsetenv ("SAMSYN_NOW");
}

/* A meeting is called by its group and its day, which are no words of its own. */
static void
test_further (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const typed[]
      = { "styrgrupp 2016-11-22", "22 STRATEGISK 1c", "strategisk styrgrupp 1 c · 2016-11-22", "2016-11-22" };
  gint64 group = samsyn_fixture_create (fixture->store, "group", "name", "Strate\u00adgisk styrgrupp 1 c"), meeting;
  SamsynValue nothing = SAMSYN_VALUE_NULL, of = samsyn_value_integer (group);
  SamsynChange *change
      = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("meeting"), samsyn_store_new_id (fixture->store));

  meeting = change->record;
  samsyn_change_add (change, "group", &nothing, &of);
  samsyn_change_add_text (change, "starts_on", "2016-11-22");
  samsyn_fixture_apply (fixture->store, change);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) hits = search (fixture->store, typed[i]);

      g_assert_true (samsyn_store_search_further (fixture->store, typed[i], 0, "sv", hits, NULL));
      g_assert_cmpuint (hits->len, ==, 1);
      g_assert_cmpint (((SamsynHit *) g_ptr_array_index (hits, 0))->id, ==, meeting);
    }
}

/* What an older version took is called by its beginning. */
static void
test_long_title (Fixture      *fixture,
                 gconstpointer data)
{
  gint64 id = add_action (fixture->store, "Kort", NULL);
  g_autofree char *letters = g_strnfill (200000, 'x'), *title = NULL, *same = NULL;
  g_autofree char *sql = g_strdup_printf ("UPDATE action SET title = 'Å' || '%s' WHERE id = %lld", letters, (long long) id);

  g_assert_true (samsyn_db_exec (fixture->store, sql, NULL));
  title = samsyn_store_title (fixture->store, id, NULL);
  g_assert_cmpint (g_utf8_strlen (title, -1), ==, 1001);
  g_assert_true (g_str_has_prefix (title, "Åxx") && g_str_has_suffix (title, "x…"));
}

/* As macOS writes it, and with marks that nobody sees. */
static void
test_decomposed (Fixture      *fixture,
                 gconstpointer data)
{
  gint64 id = add_action (fixture->store, "Miljo\u0308na\u0308mnden", "Sam\u00adverkans\u00adavtal, o\ufb03ciellt 5\u202f000"),
         old;

  assert_only (fixture->store, "Miljönämnden", id);
  assert_only (fixture->store, "miljo\u0308na\u0308m", id);
  assert_only (fixture->store, "samverkansavtal", id);
  assert_only (fixture->store, "SAMVERKANS\u200bAVTAL", id);
  assert_only (fixture->store, "officiellt", id);
  assert_only (fixture->store, "o\ufb03ciellt", id);
  old = add_action (fixture->store, "Annan", NULL);
  assert_only (fixture->store, "annan", old);
}

/* A file whose keys and index an older program made, or nobody. */
static void
test_renewed (Fixture      *fixture,
              gconstpointer data)
{
  gint64 id = add_action (fixture->store, "Kalla till möte", "Sam\u00adråd"), lost = add_action (fixture->store, "Borta", NULL);
  gboolean anew = GPOINTER_TO_INT (data);
  g_autofree char *spoil = g_strdup_printf (
      "UPDATE search SET text = 'Sam\u00adråd' WHERE rowid = %lld; UPDATE action SET title_key = 'x' WHERE id = %lld;"
      "DELETE FROM search WHERE rowid = %lld; INSERT INTO search (rowid, title) VALUES (7, 'ingens')",
      (long long) id, (long long) id, (long long) lost);
  g_autoptr (GError) error = NULL;

  g_assert_true (samsyn_db_exec (fixture->store, spoil, &error));
  g_assert_cmpuint (count (fixture->store, "samråd"), ==, 0);
  g_assert_true (samsyn_db_exec (fixture->store, "BEGIN", &error));
  g_assert_true (anew ? samsyn_rows_rebuild (fixture->store, &error) : samsyn_rows_renew (fixture->store, &error));
  g_assert_true (samsyn_db_exec (fixture->store, "COMMIT", &error));
  g_assert_no_error (error);
  assert_only (fixture->store, "samråd", id);
  assert_only (fixture->store, "borta", lost);
  g_assert_cmpint (samsyn_db_integer (fixture->store, "SELECT count(*) FROM search WHERE rowid = 7", -1), ==, 0);
  g_assert_cmpint (samsyn_db_integer (fixture->store, "SELECT count(*) FROM action WHERE title_key IS NOT samsyn_key(title)", -1),
                   ==, 0);
  samsyn_fixture_check (fixture->store);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/search/swedish", test_swedish }, { "/search/as-typed", test_as_typed },     { "/search/nothing", test_nothing },
    { "/search/evil", test_evil },       { "/search/hit", test_hit },               { "/search/best-first", test_best_first },
    { "/search/limits", test_limits },   { "/search/edited", test_edited },         { "/search/deleted", test_deleted },
    { "/search/every-kind", test_every_kind }, { "/search/known-words", test_known_words },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add ("/search/parted", Fixture, NULL, set_up, test_parted, tear_down);
  g_test_add ("/search/not-parted", Fixture, NULL, set_up, test_not_parted, tear_down);
  g_test_add ("/search/parted-excerpt", Fixture, NULL, set_up, test_parted_excerpt, tear_down);
  g_test_add ("/search/long-excerpt", Fixture, NULL, set_up, test_long_excerpt, tear_down);
  g_test_add ("/search/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/search/typed-days", Fixture, NULL, set_up, test_typed_days, tear_down);
  g_test_add ("/search/further", Fixture, NULL, set_up, test_further, tear_down);
  g_test_add ("/search/long-title", Fixture, NULL, set_up, test_long_title, tear_down);
  g_test_add ("/search/limited", Fixture, NULL, set_up, test_limited, tear_down);
  g_test_add ("/search/decomposed", Fixture, NULL, set_up, test_decomposed, tear_down);
  g_test_add ("/search/renewed", Fixture, GINT_TO_POINTER (FALSE), set_up, test_renewed, tear_down);
  g_test_add ("/search/rebuilt", Fixture, GINT_TO_POINTER (TRUE), set_up, test_renewed, tear_down);
  return g_test_run ();
}
