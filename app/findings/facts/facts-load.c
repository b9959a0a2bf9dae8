/* facts-load.c: reading the facts of the responsibility map from a workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "facts-load.h"

#include "facts-order.h"
#include "kinds/kinds.h"

/* ---- Rows of queries as records -------------------------------------------------------------------------------------------- */

static int
place_of (const char *const *words,
          const char        *word)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;
  return -1;
}

static const char *
text (SamsynFacts       *facts,
      const SamsynValue *value)
{
  return samsyn_facts_keep_text (facts, samsyn_value_get_text (value), FALSE);
}

/* The same few words many times, or the same again after a step. */
static const char *
word (SamsynFacts       *facts,
      const SamsynValue *value)
{
  return samsyn_facts_keep_text (facts, samsyn_value_get_text (value), TRUE);
}

static SamsynPeriod
period (const SamsynValue *from)
{
  return (SamsynPeriod){ samsyn_day (samsyn_value_get_text (&from[0]), 0),
                         samsyn_day (samsyn_value_get_text (&from[1]), SAMSYN_DAY_OPEN) };
}

static gint64
id_of (const SamsynValue *value)
{
  return samsyn_value_get_integer (value, 0);
}

/* The place of the record in that array, whose entries begin with their id; -1 where it is in none or in another. */
static int
reference (const SamsynFacts *facts,
           const GArray      *array,
           const SamsynValue *value)
{
  gint64 id = id_of (value);
  int at = samsyn_facts_index (facts, id);
  gsize size = g_array_get_element_size ((GArray *) array);

  return at >= 0 && (guint) at < array->len && *(const gint64 *) (gconstpointer) (array->data + (gsize) at * size) == id ? at
                                                                                                                         : -1;
}

static void
add_process (SamsynFacts       *facts,
             const SamsynValue *row)
{
  const SamsynProcess process = { .id = id_of (&row[0]), .name = text (facts, &row[1]), .parent_id = id_of (&row[2]) };

  g_array_append_val (facts->processes, process);
}

static void
add_task (SamsynFacts       *facts,
          const SamsynValue *row)
{
  static const char *const words[] = { "single", "joint", "by_area", NULL };
  const SamsynTask task = { .id = id_of (&row[0]),
                            .name = text (facts, &row[1]),
                            .process = reference (facts, facts->processes, &row[2]),
                            .accountability = (SamsynAccountability) MAX (0, place_of (words, samsyn_value_get_text (&row[3]))),
                            .valid = period (&row[4]),
                            .scenario = id_of (&row[6]) };

  g_array_append_val (facts->tasks, task);
}

static void
add_organisation (SamsynFacts       *facts,
                  const SamsynValue *row)
{
  SamsynOrganisation organisation = { .id = id_of (&row[0]), .name = text (facts, &row[1]), .short_name = text (facts, &row[2]),
                                      .sort = word (facts, &row[3]), .valid = period (&row[4]), .scenario = id_of (&row[6]),
                                      .parent_id = id_of (&row[7]), .board_id = id_of (&row[8]) };

  if (*organisation.short_name == '\0')
    organisation.short_name = organisation.name;
  g_array_append_val (facts->organisations, organisation);
}

static void
add_document (SamsynFacts       *facts,
              const SamsynValue *row)
{
  static const char *const settling[] = { "routine", "agreement", NULL };
  const SamsynDocument document = { .id = id_of (&row[0]), .title = text (facts, &row[1]),
                                    .settles = place_of (settling, samsyn_value_get_text (&row[2])) >= 0,
                                    .valid = period (&row[3]) };

  g_array_append_val (facts->documents, document);
}

static void
add_agreement (SamsynFacts       *facts,
               const SamsynValue *row)
{
  const SamsynAgreement agreement = { .id = id_of (&row[0]),
                                      .title = text (facts, &row[1]),
                                      .signed_ = g_strcmp0 (samsyn_value_get_text (&row[2]), "signed") == 0,
                                      .valid = period (&row[3]) };

  g_array_append_val (facts->agreements, agreement);
}

static void
add_signer (SamsynFacts       *facts,
            const SamsynValue *row)
{
  static const char *const bound[] = { "signed", "decided", NULL };
  int organisation = reference (facts, facts->organisations, &row[1]);
  const SamsynSigner signer
      = { .agreement = reference (facts, facts->agreements, &row[0]), .organisation = (guint) organisation };

  if (signer.agreement < 0 || organisation < 0)
    return;
  if (place_of (bound, samsyn_value_get_text (&row[2])) >= 0)
    g_array_append_val (facts->signers, signer);
}

static void
add_commitment (SamsynFacts       *facts,
                const SamsynValue *row)
{
  const SamsynCommitment commitment
      = { .id = id_of (&row[0]), .agreement = reference (facts, facts->agreements, &row[1]), .number = text (facts, &row[2]) };

  g_array_append_val (facts->commitments, commitment);
}

static void
add_assignment (SamsynFacts       *facts,
                const SamsynValue *row)
{
  static const char *const standings[] = { "", "formal", "practice", "claimed", "disputed", NULL };
  int task = reference (facts, facts->tasks, &row[1]), organisation = reference (facts, facts->organisations, &row[2]);
  int role = samsyn_role_find (samsyn_value_get_text (&row[3]));
  const SamsynAssignment assignment = {
    .id = id_of (&row[0]),
    .task = (guint) task,
    .organisation = (guint) organisation,
    .role = (SamsynRole) role,
    .standing = (SamsynStanding) MAX (0, place_of (standings, samsyn_value_get_text (&row[4]))),
    .valid = period (&row[5]),
    .scenario = id_of (&row[7]),
    .basis = reference (facts, facts->documents, &row[8]),
    .basis_place = word (facts, &row[9]),
    .commitment = reference (facts, facts->commitments, &row[10]),
    .confirmed = samsyn_day (samsyn_value_get_text (&row[11]), 0),
  };

  /* Of a letter that stands nowhere, or is none, the map knows nothing; its record says why. */
  if (task >= 0 && organisation >= 0 && role >= 0)
    g_array_append_val (facts->assignments, assignment);
}

static void
add_acceptance (SamsynFacts       *facts,
                const SamsynValue *row)
{
  const SamsynAcceptance acceptance = { .id = id_of (&row[0]), .finding = word (facts, &row[1]),
                                        .until = samsyn_day (samsyn_value_get_text (&row[2]), SAMSYN_DAY_OPEN) };

  g_array_append_val (facts->acceptances, acceptance);
}

static void
add_ending (SamsynFacts       *facts,
            const SamsynValue *row)
{
  const SamsynEnding ending = { .id = id_of (&row[0]), .scenario = id_of (&row[1]), .record = id_of (&row[2]) };

  g_array_append_val (facts->endings, ending);
}

static void
add_setting (SamsynFacts       *facts,
             const SamsynValue *row)
{
  samsyn_settings_read (facts->settings, samsyn_value_get_text (&row[0]), samsyn_value_get_text (&row[1]));
}

/* ---- The queries ----------------------------------------------------------------------------------------------------------- */

#define ARRAY(name) G_STRUCT_OFFSET (SamsynFacts, name)

static const SamsynFactsLoad loads[] = {
  { "process",
    SAMSYN_FACTS_REFERRED,
    ARRAY (processes),
    { "@id", "name", "parent" },
    add_process,
    samsyn_facts_order_processes,
    NULL,
    TRUE },
  { "task",
    SAMSYN_FACTS_REFERRED,
    ARRAY (tasks),
    { "@id", "name", "process", "accountability", "valid_from", "valid_to", "scenario" },
    add_task,
    samsyn_facts_order_tasks,
    NULL,
    TRUE },
  { "organisation",
    SAMSYN_FACTS_REFERRED,
    ARRAY (organisations),
    { "@id", "name", "short_name", "sort", "valid_from", "valid_to", "scenario", "parent", "board" },
    add_organisation,
    samsyn_facts_order_organisations,
    NULL,
    TRUE },
  { "document",
    SAMSYN_FACTS_REFERRED,
    ARRAY (documents),
    { "@id", "title", "sort", "valid_from", "valid_to" },
    add_document,
    NULL,
    NULL,
    TRUE },
  { "agreement",
    SAMSYN_FACTS_REFERRED,
    ARRAY (agreements),
    { "@id", "title", "status", "valid_from", "valid_to" },
    add_agreement,
    NULL,
    NULL,
    TRUE },
  { "party",
    SAMSYN_FACTS_LIST,
    ARRAY (signers),
    { "agreement", "organisation", "status" },
    add_signer,
    samsyn_facts_order_signers,
    NULL,
    TRUE },
  { "commitment",
    SAMSYN_FACTS_REFERRED,
    ARRAY (commitments),
    { "@id", "agreement", "number" },
    add_commitment,
    NULL,
    NULL,
    TRUE },
  { "assignment",
    SAMSYN_FACTS_ROWS,
    ARRAY (assignments),
    { "@id", "task", "organisation", "role", "standing", "valid_from", "valid_to", "scenario", "basis", "basis_place",
      "commitment", "confirmed_on" },
    add_assignment,
    samsyn_facts_order_assignments,
    samsyn_facts_insert_assignments,
    FALSE },
  { "acceptance", SAMSYN_FACTS_LIST, ARRAY (acceptances), { "@id", "finding", "until" }, add_acceptance, NULL, NULL, TRUE },
  { "ending", SAMSYN_FACTS_LIST, ARRAY (endings), { "@id", "scenario", "record" }, add_ending, NULL, NULL, TRUE },
  { "setting", SAMSYN_FACTS_LIST, 0, { "name", "value" }, add_setting, NULL, NULL, TRUE },
  { "link", SAMSYN_FACTS_LIST, ARRAY (ties), { "from", "to" }, samsyn_facts_add_tie, NULL, NULL, TRUE },
};

const SamsynFactsLoad *
samsyn_facts_loads (guint *n)
{
  *n = G_N_ELEMENTS (loads);
  return loads;
}

typedef struct
{
  SamsynFacts           *facts;
  const SamsynFactsLoad *load;
  gboolean               anew; /* all, and not one that is there */
} Reading;

static gboolean
add_row (const SamsynValue *row,
         gpointer           data)
{
  Reading *reading = data;

  /* An id that two kinds claim stands for the first: places are looked up by it. */
  if (reading->anew && reading->load->sort != SAMSYN_FACTS_LIST && samsyn_facts_index (reading->facts, id_of (&row[0])) >= 0)
    return TRUE;
  reading->load->add (reading->facts, row);
  return TRUE;
}

gboolean
samsyn_facts_read (SamsynFacts           *facts,
                   SamsynStore           *store,
                   const SamsynFactsLoad *load,
                   gint64                 id,
                   GError               **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find (load->kind));
  Reading reading = { facts, load, id == 0 };

  for (guint i = 0; load->columns[i] != NULL; i++)
    samsyn_query_select (query, load->columns[i]);
  if (id != 0)
    samsyn_query_where_integer (query, "@id", SAMSYN_QUERY_EQUAL, id);
  else if (load->ordered)
    samsyn_query_order_default (query);
  return samsyn_store_each (store, query, add_row, &reading, error);
}

/* ---- The index ------------------------------------------------------------------------------------------------------------- */

/* Records that others refer to begin with their id. */
static void
index_array (SamsynFacts  *facts,
             const GArray *array)
{
  guint size = g_array_get_element_size ((GArray *) array);

  for (guint i = 0; i < array->len; i++)
    samsyn_ids_add (facts->index, *(const gint64 *) (gpointer) (array->data + (gsize) i * size), (int) i);
}

/* So many kinds have been read by now. */
static void
index_first (SamsynFacts *facts,
             guint        n_loads)
{
  guint n = 0;

  g_clear_pointer (&facts->index, samsyn_ids_unref);
  for (guint i = 0; i < n_loads; i++)
    n += loads[i].sort != SAMSYN_FACTS_LIST ? (*samsyn_facts_array (facts, loads[i].array))->len : 0;
  facts->index = samsyn_ids_new (n);
  for (guint i = 0; i < n_loads; i++)
    if (loads[i].sort != SAMSYN_FACTS_LIST)
      index_array (facts, *samsyn_facts_array (facts, loads[i].array));
}

void
samsyn_facts_make_index (SamsynFacts *facts)
{
  index_first (facts, G_N_ELEMENTS (loads));
}

static gboolean
load_all (SamsynFacts *facts,
          SamsynStore *store,
          GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    {
      if (!samsyn_facts_read (facts, store, &loads[i], 0, error))
        return FALSE;
      if (loads[i].order != NULL)
        loads[i].order (facts);
      if (loads[i].sort != SAMSYN_FACTS_LIST)
        index_first (facts, i + 1);
    }
  return TRUE;
}

SamsynFacts *
samsyn_facts_load (SamsynStore *store,
                   GError     **error)
{
  SamsynFacts *facts = samsyn_facts_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    if (loads[i].array != 0)
      *samsyn_facts_array (facts, loads[i].array) = samsyn_facts_new_array (loads[i].array);
  facts->index = samsyn_ids_new (0);
  samsyn_settings_init (facts->settings);
  if (load_all (facts, store, error))
    return facts;
  samsyn_facts_unref (facts);
  return NULL;
}
