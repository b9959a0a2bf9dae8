/* mend.c: what is done about a finding
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mend.h"

#include "cell.h"
#include "kinds/kinds.h"

/* What kinds of records a finding can become, and where the words go. */
static const struct
{
  const char *kind;
  const char *text;
  const char *status;
  const char *origin; /* NULL: a link tells where it comes from */
} forms[] = {
  { "action", "description", "planned", "origin" },
  { "development_area", "description", "identified", NULL },
  { "decision", "background", "needed", NULL },
};

static void
add_link (GPtrArray   *changes,
          SamsynStore *store,
          gint64       from,
          gint64       to)
{
  SamsynRecord *link = samsyn_record_new (samsyn_kind_find ("link"), samsyn_store_new_id (store));

  samsyn_record_put_integer (link, "from", from);
  samsyn_record_put_integer (link, "to", to);
  samsyn_record_put_text (link, "sort", "other");
  samsyn_changes_add (changes, NULL, link);
}

GPtrArray *
samsyn_finding_plan_record (SamsynStore          *store,
                            const SamsynFindings *findings,
                            const SamsynFinding  *finding,
                            const char           *kind,
                            const char           *language,
                            GError              **error)
{
  g_autofree char *title = samsyn_finding_ask (findings, finding, language);
  g_autofree char *sentence = samsyn_finding_sentence (findings, finding, language);
  GPtrArray *changes = samsyn_changes_new ();
  SamsynRecord *record;
  guint form = 0, n;
  gint64 about = samsyn_finding_records (findings, finding, &n)[0], id = samsyn_store_new_id (store);

  while (form + 1 < G_N_ELEMENTS (forms) && !g_str_equal (forms[form].kind, kind))
    form++;
  record = samsyn_record_new (samsyn_kind_find (forms[form].kind), id);
  samsyn_record_put_text (record, "title", title);
  samsyn_record_put_text (record, forms[form].text, sentence);
  samsyn_record_put_text (record, "status", forms[form].status);
  if (forms[form].origin != NULL)
    samsyn_record_put_integer (record, forms[form].origin, about);
  samsyn_changes_add (changes, NULL, record);
  if (forms[form].origin == NULL)
    add_link (changes, store, id, about);
  return changes;
}

static GPtrArray *
plan_end (SamsynStore      *store,
          gint64            assignment,
          int               day,
          GError          **error)
{
  g_autofree char *date = samsyn_day_date (day);
  SamsynRecord *before = samsyn_record_fetch (store, assignment, error), *after;
  GPtrArray *changes;

  if (before == NULL)
    return NULL;
  after = samsyn_record_copy (before);
  changes = samsyn_changes_new ();
  samsyn_record_put_text (after, "valid_to", date);
  samsyn_changes_add (changes, before, after);
  return changes;
}

GPtrArray *
samsyn_finding_plan_mend (SamsynStore          *store,
                          const SamsynFindings *findings,
                          const SamsynFinding  *finding,
                          const char           *language,
                          GError              **error)
{
  const SamsynMend *mend = &finding->mend;
  g_autofree char *date = samsyn_day_date (findings->day);

  if (mend->type == SAMSYN_MEND_END)
    return plan_end (store, SAMSYN_ASSIGNMENTS (findings->facts)[mend->assignment].id, mend->day, error);
  if (mend->type == SAMSYN_MEND_ADD)
    {
      const SamsynCell cell = { SAMSYN_TASKS (findings->facts)[mend->task].id,
                                SAMSYN_ORGANISATIONS (findings->facts)[mend->organisation].id, findings->scenario, date };

      /* Who supports is to perform instead; who performs answers too. */
      return (mend->replaces ? samsyn_cell_plan_set : samsyn_cell_plan_add) (store, &cell, mend->role, error);
    }
  return samsyn_finding_plan_record (store, findings, finding, "action", language, error);
}

GPtrArray *
samsyn_finding_plan_acceptance (SamsynStore         *store,
                                const SamsynFinding *finding,
                                const char          *until,
                                const char          *reason,
                                gint64               by)
{
  g_autofree char *key = samsyn_finding_acceptance_key (finding);
  SamsynRecord *record = samsyn_record_new (samsyn_kind_find ("acceptance"), samsyn_store_new_id (store));
  GPtrArray *changes = samsyn_changes_new ();

  samsyn_record_put_text (record, "finding", key);
  samsyn_record_put_text (record, "until", until);
  samsyn_record_put_text (record, "reason", reason);
  samsyn_record_put_integer (record, "by", by);
  samsyn_changes_add (changes, NULL, record);
  return changes;
}
