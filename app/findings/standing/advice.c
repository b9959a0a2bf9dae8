/* advice.c: what is to be said to somebody who edits a record, and refuses nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "advice.h"

#include "judgement.h"
#include "model/far.h"
#include "model/words.h"

#define REPORT "status_report"
#define DIMENSION "dimension"
#define REASON "reason"

static void
set_advice (GPtrArray *advice,
            guint      field,
            char      *text)
{
  g_free (g_ptr_array_index (advice, field));
  g_ptr_array_index (advice, field) = text;
}

/* The light as it is edited beside the one that the data gives on the report's day. */
static GArray *
judge_as_edited (SamsynStore        *store,
                 const SamsynRecord *record,
                 const SamsynField  *light,
                 const char         *language)
{
  gint64 report_id = samsyn_record_integer (record, REPORT, 0);
  g_autoptr (SamsynRecord) report = report_id != 0 ? samsyn_store_get (store, report_id, NULL) : NULL;
  const char *on = report != NULL ? samsyn_record_text (report, "on") : NULL;
  const SamsynChoice *choice = samsyn_field_find_choice (light, samsyn_record_text (record, light->id));
  SamsynJudgement *judgement;
  GArray *judgements;

  if (on == NULL || choice == NULL)
    return NULL;
  judgements = samsyn_judge (store, samsyn_record_integer (report, "project", 0), report_id, on, language, NULL);
  judgement = judgements != NULL ? samsyn_judgement_of (judgements, samsyn_record_text (record, DIMENSION)) : NULL;
  if (judgement == NULL)
    {
      g_clear_pointer (&judgements, g_array_unref);
      return NULL;
    }
  judgement->set = choice->id;
  g_free (judgement->reason);
  judgement->reason = g_strdup (samsyn_record_text (record, REASON));
  return judgements;
}

static void
advise_light (SamsynStore        *store,
              const SamsynRecord *record,
              guint               field,
              const char         *language,
              GPtrArray          *advice)
{
  g_autoptr (GArray) judgements = judge_as_edited (store, record, &record->kind->fields[field], language);
  int reason = samsyn_kind_field_index (record->kind, REASON);
  const SamsynJudgement *judgement;

  if (judgements == NULL)
    return;
  judgement = samsyn_judgement_of (judgements, samsyn_record_text (record, DIMENSION));
  if (!samsyn_judgement_differs (judgement))
    return;
  set_advice (advice, field, samsyn_judgement_tell (judgement, language));
  if (reason >= 0 && samsyn_judgement_lacks_reason (judgement))
    set_advice (advice, (guint) reason,
                g_strdup_printf (samsyn_words (language, "light", "Say why the light is set %s and not %s, as computed."),
                                 samsyn_light_word (judgement->set, language),
                                 samsyn_light_word (judgement->computed.light, language)));
}

GPtrArray *
samsyn_advice_new (SamsynStore        *store,
                   const SamsynRecord *record,
                   const char         *today,
                   const char         *language)
{
  GPtrArray *advice = g_ptr_array_new_full (record->kind->n_fields, g_free);

  g_ptr_array_set_size (advice, (int) record->kind->n_fields);
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const SamsynField *field = &record->kind->fields[i];

      if (field->type == SAMSYN_TYPE_DATE)
        set_advice (advice, i, samsyn_far_question (field, &record->values[i], today, language));
      if (field->flags & SAMSYN_FIELD_LIGHT)
        advise_light (store, record, i, language, advice);
    }
  return advice;
}
