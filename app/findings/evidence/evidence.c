/* evidence.c: what a part of the responsibility map rests on, and what rests on a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "evidence.h"

#include <string.h>

#include "kinds/kinds.h"
#include "model/words.h"

#define MOST_QUOTED 240 /* characters */

typedef struct
{
  SamsynStore *store;
  const char  *date;
  const char  *language;
  GPtrArray   *found;
  GError     **error;
} Seeking;

static void
evidence_free (gpointer data)
{
  SamsynEvidence *evidence = data;

  g_free (evidence->text);
  g_free (evidence->about);
  g_free (evidence->state);
  g_free (evidence);
}

/* Takes the texts. */
static void
add (Seeking           *seeking,
     SamsynEvidenceSort sort,
     gint64             record,
     char              *text,
     char              *about,
     char              *state)
{
  SamsynEvidence *evidence = g_new0 (SamsynEvidence, 1);

  *evidence = (SamsynEvidence) { sort, record, text, about, state };
  g_ptr_array_add (seeking->found, evidence);
}

/* “Title, place”, or the one of them that there is. */
static char *
with_place (const char *title,
            const char *place)
{
  return g_strconcat (title, *title != '\0' && *place != '\0' ? ", " : "", place, NULL);
}

/* That a document is not in force on the date; NULL if it is. */
static char *
state_of (const Seeking *seeking,
          gint64         document)
{
  g_autoptr (SamsynRecord) record = document != 0 ? samsyn_store_get (seeking->store, document, NULL) : NULL;
  const char *from = record != NULL ? samsyn_record_text (record, "valid_from") : NULL;
  const char *to = record != NULL ? samsyn_record_text (record, "valid_to") : NULL;

  if (to != NULL && strcmp (to, seeking->date) < 0)
    return g_strdup_printf (
        samsyn_words (seeking->language, "evidence", NC_ ("evidence", "No longer in force: it held until %s")), to);
  if (from != NULL && strcmp (seeking->date, from) < 0)
    return g_strdup_printf (samsyn_words (seeking->language, "evidence", NC_ ("evidence", "Not yet in force: it holds from %s")),
                            from);
  return NULL;
}

/* ---- Bases ----------------------------------------------------------------------------------------------------------------- */

enum
{
  ASSIGNMENT,
  ROLE,
  ORGANISATION,
  BASIS,
  TITLE,
  PLACE
};

static void
add_basis (Seeking          *seeking,
           const SamsynRows *rows,
           guint             row,
           gboolean          with_holder)
{
  const char *title = samsyn_rows_text (rows, row, TITLE), *place = samsyn_rows_text (rows, row, PLACE);
  gint64 basis = samsyn_rows_integer (rows, row, BASIS, 0);
  char *about = with_holder
                    ? g_strdup_printf ("%s · %s", samsyn_rows_text (rows, row, ROLE), samsyn_rows_text (rows, row, ORGANISATION))
                    : g_strdup ("");

  add (seeking, SAMSYN_EVIDENCE_BASIS, basis != 0 ? basis : samsyn_rows_integer (rows, row, ASSIGNMENT, 0),
       with_place (title, place), about, state_of (seeking, basis));
}

/* Of the assignments that hold, or are still to hold, of a task; or of the one itself. */
static gboolean
add_bases (Seeking    *seeking,
           const char *path,
           gint64      id)
{
  static const char *const columns[] = { "@id", "role", "organisation.name", "basis", "basis.title", "basis_place" };
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("assignment"));
  g_autoptr (SamsynRows) rows = NULL;
  gboolean of_task = *path != '@';

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    samsyn_query_select (query, columns[i]);
  samsyn_query_where_integer (query, path, SAMSYN_QUERY_EQUAL, id);
  samsyn_query_begin_any (query);
  samsyn_query_where (query, "basis", SAMSYN_QUERY_GIVEN, NULL);
  samsyn_query_where (query, "basis_place", SAMSYN_QUERY_GIVEN, NULL);
  samsyn_query_end_any (query);
  if (of_task)
    {
      samsyn_query_where (query, "scenario", SAMSYN_QUERY_EMPTY, NULL);
      samsyn_query_begin_any (query);
      samsyn_query_where (query, "valid_to", SAMSYN_QUERY_EMPTY, NULL);
      samsyn_query_where_text (query, "valid_to", SAMSYN_QUERY_AT_LEAST, seeking->date);
      samsyn_query_end_any (query);
    }
  samsyn_query_order (query, "role", FALSE);
  samsyn_query_order (query, "organisation", FALSE);
  rows = samsyn_store_select (seeking->store, query, seeking->error);
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    add_basis (seeking, rows, i, of_task);
  return rows != NULL;
}

/* ---- Passages -------------------------------------------------------------------------------------------------------------- */

static char *
quotation (const char *quote)
{
  return g_utf8_strlen (quote, -1) <= MOST_QUOTED
             ? g_strdup (quote)
             : g_strdup_printf ("%.*s…", (int) (g_utf8_offset_to_pointer (quote, MOST_QUOTED) - quote), quote);
}

static gboolean
add_passages (Seeking *seeking,
              GArray  *about) /* gint64 */
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("passage"));
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "quote");
  samsyn_query_select (query, "document.title");
  samsyn_query_select (query, "place");
  samsyn_query_begin_any (query);
  for (guint i = 0; i < about->len; i++)
    samsyn_query_where_integer (query, "about", SAMSYN_QUERY_EQUAL, g_array_index (about, gint64, i));
  samsyn_query_end_any (query);
  samsyn_query_order (query, "document", FALSE);
  rows = samsyn_store_select (seeking->store, query, seeking->error);
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    add (seeking, SAMSYN_EVIDENCE_PASSAGE, samsyn_rows_integer (rows, i, 0, 0), quotation (samsyn_rows_text (rows, i, 1)),
         with_place (samsyn_rows_text (rows, i, 2), samsyn_rows_text (rows, i, 3)), NULL);
  return rows != NULL;
}

/* ---- By kind --------------------------------------------------------------------------------------------------------------- */

/* A task's bases are those of its assignments, and so are passages about them. */
static gboolean
seek_for_task (Seeking *seeking,
               gint64   task)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("assignment"));
  g_autoptr (GArray) about = NULL;

  samsyn_query_where_integer (query, "task", SAMSYN_QUERY_EQUAL, task);
  about = samsyn_store_ids (seeking->store, query, 0, 0, seeking->error);
  if (about == NULL)
    return FALSE;
  g_array_append_val (about, task);
  return add_bases (seeking, "task", task) && add_passages (seeking, about);
}

static gboolean
seek_for_assignment (Seeking *seeking,
                     gint64   assignment)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (seeking->store, assignment, seeking->error);
  g_autoptr (GArray) about = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 task = record != NULL ? samsyn_record_integer (record, "task", 0) : 0;

  if (record == NULL)
    return FALSE;
  g_array_append_val (about, assignment);
  g_array_append_val (about, task);
  return add_bases (seeking, "@id", assignment) && add_passages (seeking, about);
}

/* The records that have it in a field that says what they rest on. */
static gboolean
add_resting (Seeking           *seeking,
             const SamsynKind  *kind,
             const SamsynField *field,
             gint64             document)
{
  g_autofree char *place = g_strconcat (field->id, "_place", NULL);
  gboolean has_place = samsyn_kind_field (kind, place) != NULL;
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_set_language (query, seeking->language);
  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "@title");
  samsyn_query_select (query, has_place ? place : "@id");
  samsyn_query_where_integer (query, field->id, SAMSYN_QUERY_EQUAL, document);
  samsyn_query_order_default (query);
  rows = samsyn_store_select (seeking->store, query, seeking->error);
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    add (seeking, SAMSYN_EVIDENCE_RESTS, samsyn_rows_integer (rows, i, 0, 0),
         g_strdup_printf ("%s: %s", samsyn_kind_label (kind, seeking->language), samsyn_rows_text (rows, i, 1)),
         g_strdup (has_place ? samsyn_rows_text (rows, i, 2) : ""), NULL);
  return rows != NULL;
}

gboolean
samsyn_evidence_tells (const SamsynField *field)
{
  static const char *const resting[] = { "basis", "legal_basis", "source", NULL };

  return field->type == SAMSYN_TYPE_REFERENCE && samsyn_field_target (field) == samsyn_kind_find ("document")
         && g_strv_contains (resting, field->id);
}

static gboolean
seek_for_document (Seeking *seeking,
                   gint64   document)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        const SamsynField *field = &(*kind)->fields[i];

        if (samsyn_evidence_tells (field) && !add_resting (seeking, *kind, field, document))
          return FALSE;
      }
  return TRUE;
}

static const struct
{
  const char *kind;
  gboolean (*seek) (Seeking *seeking,
                    gint64   record);
  gboolean is_law; /* it can be in force itself */
} seekers[] = {
  { "task", seek_for_task, FALSE },
  { "assignment", seek_for_assignment, FALSE },
  { "document", seek_for_document, TRUE },
};

char *
samsyn_evidence_state (SamsynStore *store,
                       gint64       record,
                       const char  *date,
                       const char  *language)
{
  const SamsynKind *kind = samsyn_store_kind_of (store, record);
  const Seeking seeking = { .store = store, .date = date, .language = language };

  for (guint i = 0; i < G_N_ELEMENTS (seekers) && kind != NULL; i++)
    if (seekers[i].is_law && g_str_equal (seekers[i].kind, kind->id))
      return state_of (&seeking, record);
  return NULL;
}

GPtrArray *
samsyn_evidence (SamsynStore *store,
                 gint64       record,
                 const char  *date,
                 const char  *language,
                 GError     **error)
{
  const SamsynKind *kind = samsyn_store_kind_of (store, record);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (evidence_free);
  Seeking seeking = { store, date, language, found, error };

  for (guint i = 0; i < G_N_ELEMENTS (seekers) && kind != NULL; i++)
    if (g_str_equal (seekers[i].kind, kind->id) && !seekers[i].seek (&seeking, record))
      return NULL;
  return g_steal_pointer (&found);
}
