/* facts.c: what the responsibility map rests on, in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "facts.h"

#include "facts-order.h"
#include "kinds/kinds.h"
#include "model/date.h"

#define MAX_COLUMNS 12

static const char *const roles[] = { "R", "A", "S", "C", "I", "none", NULL };

const char *
samsyn_role_id (SamsynRole role)
{
  return roles[role];
}

static int
place_of (const char *const *words,
          const char        *word)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;
  return -1;
}

int
samsyn_role_find (const char *id)
{
  return place_of (roles, id);
}

int
samsyn_day (const char *date,
            int         otherwise)
{
  return date != NULL && *date != '\0' ? (int) samsyn_date_julian (date) : otherwise;
}

char *
samsyn_day_date (int day)
{
  GDate date;
  char text[16];

  if (day <= 0 || day == SAMSYN_DAY_OPEN)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  g_snprintf (text, sizeof text, "%04u-%02u-%02u", g_date_get_year (&date), (guint) g_date_get_month (&date), g_date_get_day (&date));
  return g_strdup (text);
}

int
samsyn_facts_index (const SamsynFacts *facts,
                    gint64             id)
{
  gpointer index;

  return id != 0 && g_hash_table_lookup_extended (facts->index, &id, NULL, &index) ? GPOINTER_TO_INT (index) : -1;
}

/* ---- Rows of queries as records -------------------------------------------------------------------------------------------- */

static const char *
text (SamsynFacts       *facts,
      const SamsynValue *value)
{
  const char *content = samsyn_value_get_text (value);

  return content != NULL ? g_string_chunk_insert (facts->texts, content) : "";
}

/* The same few words many times. */
static const char *
word (SamsynFacts       *facts,
      const SamsynValue *value)
{
  const char *content = samsyn_value_get_text (value);

  return content != NULL ? g_string_chunk_insert_const (facts->texts, content) : "";
}

static SamsynPeriod
period (const SamsynValue *from)
{
  return (SamsynPeriod) { samsyn_day (samsyn_value_get_text (&from[0]), 0), samsyn_day (samsyn_value_get_text (&from[1]), SAMSYN_DAY_OPEN) };
}

static gint64
id_of (const SamsynValue *value)
{
  return samsyn_value_get_integer (value, 0);
}

static int
reference (const SamsynFacts *facts,
           const SamsynValue *value)
{
  return samsyn_facts_index (facts, id_of (value));
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
  const SamsynTask task = { .id = id_of (&row[0]), .name = text (facts, &row[1]), .process = reference (facts, &row[2]),
                            .accountability = (SamsynAccountability) MAX (0, place_of (words, samsyn_value_get_text (&row[3]))),
                            .valid = period (&row[4]), .scenario = id_of (&row[6]) };

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
  const SamsynAgreement agreement = { .id = id_of (&row[0]), .title = text (facts, &row[1]),
                                      .signed_ = g_strcmp0 (samsyn_value_get_text (&row[2]), "signed") == 0, .valid = period (&row[3]) };

  g_array_append_val (facts->agreements, agreement);
}

static void
add_signer (SamsynFacts       *facts,
            const SamsynValue *row)
{
  static const char *const bound[] = { "signed", "decided", NULL };
  const SamsynSigner signer = { .agreement = reference (facts, &row[0]), .organisation = (guint) reference (facts, &row[1]) };

  if (place_of (bound, samsyn_value_get_text (&row[2])) >= 0)
    g_array_append_val (facts->signers, signer);
}

static void
add_commitment (SamsynFacts       *facts,
                const SamsynValue *row)
{
  const SamsynCommitment commitment = { .id = id_of (&row[0]), .agreement = reference (facts, &row[1]), .number = text (facts, &row[2]) };

  g_array_append_val (facts->commitments, commitment);
}

static void
add_assignment (SamsynFacts       *facts,
                const SamsynValue *row)
{
  static const char *const standings[] = { "", "formal", "practice", "claimed", "disputed", NULL };
  const SamsynAssignment assignment = {
    .id = id_of (&row[0]),
    .task = (guint) reference (facts, &row[1]),
    .organisation = (guint) reference (facts, &row[2]),
    .role = (SamsynRole) samsyn_role_find (samsyn_value_get_text (&row[3])),
    .standing = (SamsynStanding) MAX (0, place_of (standings, samsyn_value_get_text (&row[4]))),
    .valid = period (&row[5]),
    .scenario = id_of (&row[7]),
    .basis = reference (facts, &row[8]),
    .basis_place = word (facts, &row[9]),
    .commitment = reference (facts, &row[10]),
    .confirmed = samsyn_day (samsyn_value_get_text (&row[11]), 0),
  };

  g_array_append_val (facts->assignments, assignment);
}

static void
add_acceptance (SamsynFacts       *facts,
                const SamsynValue *row)
{
  const SamsynAcceptance acceptance = { .id = id_of (&row[0]), .finding = text (facts, &row[1]),
                                        .until = samsyn_day (samsyn_value_get_text (&row[2]), SAMSYN_DAY_OPEN) };

  g_array_append_val (facts->acceptances, acceptance);
}

static void
add_setting (SamsynFacts       *facts,
             const SamsynValue *row)
{
  samsyn_finding_settings_read (facts->settings, samsyn_value_get_text (&row[0]), samsyn_value_get_text (&row[1]));
}

/* ---- The queries ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *kind;
  const char *columns[MAX_COLUMNS + 1];
  void (*add) (SamsynFacts       *facts,
               const SamsynValue *row);
  void (*order) (SamsynFacts *facts); /* after all rows; NULL: as they came */
  gsize array;                        /* offset of the array, if others refer to its records; 0: none does */
} Load;

#define ARRAY(name) G_STRUCT_OFFSET (SamsynFacts, name)

/* A kind comes after those it refers to; rows come as lists of the kind are sorted. */
static const Load loads[] = {
  { "process", { "@id", "name", "parent" }, add_process, samsyn_facts_order_processes, ARRAY (processes) },
  { "task", { "@id", "name", "process", "accountability", "valid_from", "valid_to", "scenario" }, add_task,
    samsyn_facts_order_tasks, ARRAY (tasks) },
  { "organisation", { "@id", "name", "short_name", "sort", "valid_from", "valid_to", "scenario", "parent", "board" }, add_organisation,
    samsyn_facts_order_organisations, ARRAY (organisations) },
  { "document", { "@id", "title", "sort", "valid_from", "valid_to" }, add_document, NULL, ARRAY (documents) },
  { "agreement", { "@id", "title", "status", "valid_from", "valid_to" }, add_agreement, NULL, ARRAY (agreements) },
  { "party", { "agreement", "organisation", "status" }, add_signer, samsyn_facts_order_signers, 0 },
  { "commitment", { "@id", "agreement", "number" }, add_commitment, NULL, ARRAY (commitments) },
  { "assignment", { "@id", "task", "organisation", "role", "standing", "valid_from", "valid_to", "scenario", "basis", "basis_place",
                    "commitment", "confirmed_on" }, add_assignment, samsyn_facts_order_assignments, ARRAY (assignments) },
  { "acceptance", { "@id", "finding", "until" }, add_acceptance, NULL, 0 },
  { "setting", { "name", "value" }, add_setting, NULL, 0 },
  { "link", { "from", "to" }, samsyn_facts_add_tie, NULL, 0 },
};

typedef struct
{
  SamsynFacts *facts;
  const Load  *load;
} Loading;

static gboolean
add_row (const SamsynValue *row,
         gpointer           data)
{
  Loading *loading = data;

  loading->load->add (loading->facts, row);
  return TRUE;
}

/* Every record begins with its id. */
static void
index_array (SamsynFacts *facts,
             GArray      *array)
{
  guint size = g_array_get_element_size (array);

  for (guint i = 0; i < array->len; i++)
    g_hash_table_insert (facts->index, array->data + i * size, GINT_TO_POINTER (i));
}

static gboolean
load_kind (SamsynFacts *facts,
           SamsynStore *store,
           const Load  *load,
           GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find (load->kind));
  Loading loading = { facts, load };

  for (guint i = 0; i < MAX_COLUMNS && load->columns[i] != NULL; i++)
    samsyn_query_select (query, load->columns[i]);
  if (load->order != samsyn_facts_order_assignments)
    samsyn_query_order_default (query);
  return samsyn_store_each (store, query, add_row, &loading, error);
}

static gboolean
load_all (SamsynFacts *facts,
          SamsynStore *store,
          GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    {
      const Load *load = &loads[i];

      if (!load_kind (facts, store, load, error))
        return FALSE;
      if (load->order != NULL)
        load->order (facts);
      if (load->array != 0)
        index_array (facts, G_STRUCT_MEMBER (GArray *, facts, load->array));
    }
  return TRUE;
}

static void
clear (gpointer data)
{
  SamsynFacts *facts = data;
  GArray *arrays[] = { facts->processes, facts->tasks, facts->organisations, facts->assignments, facts->documents, facts->agreements,
                       facts->signers, facts->commitments, facts->ties, facts->acceptances };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_hash_table_unref (facts->index);
  g_string_chunk_free (facts->texts);
}

SamsynFacts *
samsyn_facts_load (SamsynStore *store,
                   GError     **error)
{
  SamsynFacts *facts = g_atomic_rc_box_new0 (SamsynFacts);

  facts->texts = g_string_chunk_new (16384);
  facts->index = g_hash_table_new (g_int64_hash, g_int64_equal);
  facts->processes = g_array_new (FALSE, TRUE, sizeof (SamsynProcess));
  facts->tasks = g_array_new (FALSE, TRUE, sizeof (SamsynTask));
  facts->organisations = g_array_new (FALSE, TRUE, sizeof (SamsynOrganisation));
  facts->assignments = g_array_new (FALSE, TRUE, sizeof (SamsynAssignment));
  facts->documents = g_array_new (FALSE, TRUE, sizeof (SamsynDocument));
  facts->agreements = g_array_new (FALSE, TRUE, sizeof (SamsynAgreement));
  facts->signers = g_array_new (FALSE, TRUE, sizeof (SamsynSigner));
  facts->commitments = g_array_new (FALSE, TRUE, sizeof (SamsynCommitment));
  facts->ties = g_array_new (FALSE, TRUE, sizeof (SamsynTie));
  facts->acceptances = g_array_new (FALSE, TRUE, sizeof (SamsynAcceptance));
  samsyn_finding_settings_init (facts->settings);
  if (load_all (facts, store, error))
    return facts;
  samsyn_facts_unref (facts);
  return NULL;
}

SamsynFacts *
samsyn_facts_ref (SamsynFacts *facts)
{
  return g_atomic_rc_box_acquire (facts);
}

void
samsyn_facts_unref (SamsynFacts *facts)
{
  g_atomic_rc_box_release_full (facts, clear);
}
