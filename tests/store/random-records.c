/* random-records.c: a workspace full of random records of every kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-records.h"

#include "fixture.h"

SamsynStore *
samsyn_test_workspace (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();

  return samsyn_fixture_store (folder);
}

void
samsyn_test_workspace_remove (SamsynStore *store)
{
  char *folder = g_path_get_dirname (samsyn_store_get_path (store));

  samsyn_store_close (store);
  samsyn_fixture_remove (folder);
}

/* ---- Values --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GRand  *rand;
  GArray *ids; /* gint64: n_each ids for each kind, in order */
  guint   n_each;
} Fill;

static char *
random_text (Fill *fill)
{
  static const char *const words[] = { "Får",  "far",     "Ödlan", "ånga",  "Zebra", "äpple", "Kommun 2", "kommun 10", "Éva",
                                       "a-b",  "x’y", "100 %", "nämnd", "ARBETE", "stöd",  "bo",       "å",         "o" };
  GString *text = g_string_new (words[g_rand_int_range (fill->rand, 0, G_N_ELEMENTS (words))]);

  while (g_rand_boolean (fill->rand))
    g_string_append_printf (text, " %s", words[g_rand_int_range (fill->rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static SamsynValue
take_text (char *text)
{
  return (SamsynValue) { .stored = SAMSYN_STORED_TEXT, .text = text };
}

/* A record of an allowed kind.  Among its own kind only an earlier one, so that parents make no circle. */
static SamsynValue
random_reference (Fill              *fill,
                  const SamsynKind  *kind,
                  guint              place,
                  const SamsynField *field)
{
  g_autoptr (GArray) allowed = g_array_new (FALSE, FALSE, sizeof (gint64));
  const SamsynKind *const *kinds = samsyn_kinds ();

  for (guint k = 0; kinds[k] != NULL; k++)
    if (samsyn_field_targets (field, kinds[k]))
      g_array_append_vals (allowed, &g_array_index (fill->ids, gint64, k * fill->n_each),
                           kinds[k] == kind ? place : fill->n_each);
  if (allowed->len == 0)
    return SAMSYN_VALUE_NULL;
  return samsyn_value_integer (g_array_index (allowed, gint64, g_rand_int_range (fill->rand, 0, (gint32) allowed->len)));
}

static SamsynValue
random_choice (Fill              *fill,
               const SamsynField *field)
{
  gint32 n = 0;

  while (field->choices[n].id != NULL)
    n++;
  return samsyn_value_text (field->choices[g_rand_int_range (fill->rand, 0, n)].id);
}

static SamsynValue
random_value (Fill              *fill,
              const SamsynKind  *kind,
              guint              place,
              const SamsynField *field)
{
  gboolean limited = field->minimum != 0 || field->maximum != 0;
  double low = limited ? field->minimum : -50, high = limited ? MIN (field->maximum, field->minimum + 50) : 50;

  if (!(field->flags & SAMSYN_FIELD_REQUIRED) && g_rand_int_range (fill->rand, 0, 3) == 0)
    return SAMSYN_VALUE_NULL;
  switch (field->type)
    {
    case SAMSYN_TYPE_TEXT:
    case SAMSYN_TYPE_LONG_TEXT:
    case SAMSYN_TYPE_BODY:
      return take_text (random_text (fill));
    case SAMSYN_TYPE_DATE:
      return take_text (g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (fill->rand, 2015, 2018),
                                         g_rand_int_range (fill->rand, 1, 13), g_rand_int_range (fill->rand, 1, 29)));
    case SAMSYN_TYPE_TIME:
      return take_text (g_strdup_printf ("%02d:30", g_rand_int_range (fill->rand, 0, 24)));
    case SAMSYN_TYPE_INTEGER:
    case SAMSYN_TYPE_MONEY:
      return samsyn_value_integer (g_rand_int_range (fill->rand, (gint32) low, (gint32) high + 1));
    case SAMSYN_TYPE_NUMBER:
      return samsyn_value_real (low + (high - low) * g_rand_int_range (fill->rand, 0, 65) / 64);
    case SAMSYN_TYPE_BOOLEAN:
      return samsyn_value_integer (g_rand_boolean (fill->rand));
    case SAMSYN_TYPE_CHOICE:
      return random_choice (fill, field);
    case SAMSYN_TYPE_REFERENCE:
      return random_reference (fill, kind, place, field);
    default:
      g_return_val_if_reached (SAMSYN_VALUE_NULL);
    }
}

/* ---- Records -------------------------------------------------------------------------------------------------------------- */

static SamsynChange *
random_record (Fill             *fill,
               const SamsynKind *kind,
               guint             place,
               gint64            id)
{
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, kind, id);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      SamsynValue null = SAMSYN_VALUE_NULL, value = random_value (fill, kind, place, &kind->fields[i]);

      samsyn_change_add (change, kind->fields[i].id, &null, &value);
    }
  return change;
}

/* Makes the records that break a rule anew, with other values. */
static void
mend (Fill      *fill,
      GPtrArray *changes,
      GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      guint at = ((SamsynProblem *) g_ptr_array_index (problems, i))->change;
      SamsynChange *bad = g_ptr_array_index (changes, at);

      g_ptr_array_index (changes, at) = random_record (fill, bad->kind, at % fill->n_each, bad->record);
      samsyn_change_free (bad);
    }
}

static gboolean
apply_if_it_holds (SamsynStore *store,
                   Fill        *fill,
                   GPtrArray   *changes)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_problem_free);
  g_autoptr (GError) error = NULL;
  SamsynStepInfo info = { .code = "import", .author = "test" };

  if (samsyn_store_apply (store, &info, changes, problems, &error) != 0)
    return TRUE;
  if (problems->len == 0)
    g_assert_no_error (error);
  mend (fill, changes, problems);
  return FALSE;
}

void
samsyn_test_fill (SamsynStore *store,
                  guint        n_each,
                  guint32      seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  Fill fill = { rand, ids, n_each };
  const SamsynKind *const *kinds = samsyn_kinds ();
  guint tries = 0;

  for (guint k = 0; kinds[k] != NULL; k++)
    for (guint i = 0; i < n_each; i++)
      {
        gint64 id = samsyn_store_new_id (store);

        g_array_append_val (ids, id);
      }
  for (guint k = 0; kinds[k] != NULL; k++)
    for (guint i = 0; i < n_each; i++)
      g_ptr_array_add (changes, random_record (&fill, kinds[k], i, g_array_index (ids, gint64, k * n_each + i)));
  while (!apply_if_it_holds (store, &fill, changes))
    g_assert_cmpuint (tries++, <, 200);
}

GPtrArray *
samsyn_test_records (SamsynStore      *store,
                     const SamsynKind *kind)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = samsyn_store_ids (store, query, 0, 0, &error);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_record_free);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      SamsynRecord *record = samsyn_store_get (store, g_array_index (ids, gint64, i), &error);

      g_assert_no_error (error);
      g_assert_nonnull (record);
      g_ptr_array_add (records, record);
    }
  return records;
}
