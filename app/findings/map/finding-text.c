/* finding-text.c: findings in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "finding.h"

#include <string.h>

#include "model/words.h"

typedef struct
{
  const SamsynFindings *findings;
  const SamsynFinding  *finding;
  const char           *language;
} Telling;

static void
put_number (GString *out,
            int      number)
{
  g_string_append_printf (out, "%d", number);
}

static void
put_task (const Telling *telling,
          GString       *out)
{
  if (telling->finding->task >= 0)
    g_string_append (out, SAMSYN_TASKS (telling->findings->facts)[telling->finding->task].name);
}

static void
put_organisation (const Telling *telling,
                  GString       *out)
{
  if (telling->finding->organisation >= 0)
    g_string_append (out, SAMSYN_ORGANISATIONS (telling->findings->facts)[telling->finding->organisation].name);
}

/* The organisations among the finding's records, but for the one that it is about itself. */
static void
put_organisations (const Telling *telling,
                   GString       *out)
{
  const SamsynFacts *facts = telling->findings->facts;
  const char *before = NULL, *comma = "";
  guint n;
  const gint64 *records = samsyn_finding_records (telling->findings, telling->finding, &n);

  for (guint i = 0; i < n; i++)
    {
      int at = samsyn_facts_index (facts, records[i]);
      const SamsynOrganisation *organisation = &SAMSYN_ORGANISATIONS (facts)[MAX (at, 0)];

      if (at < 0 || (guint) at >= facts->organisations->len || organisation->id != records[i]
          || (at == telling->finding->organisation && telling->finding->mend.type != SAMSYN_MEND_ADD))
        continue;
      if (before != NULL)
        {
          g_string_append (out, comma);
          g_string_append (out, before);
          comma = ", ";
        }
      before = organisation->name;
    }
  if (before == NULL)
    return;
  if (*comma != '\0')
    g_string_append_printf (out, " %s ", samsyn_words (telling->language, "list", "and"));
  g_string_append (out, before);
}

static void
put_document (const Telling *telling,
              GString       *out)
{
  if (telling->finding->document >= 0)
    g_string_append (out, SAMSYN_DOCUMENTS (telling->findings->facts)[telling->finding->document].title);
}

static void
put_agreement (const Telling *telling,
               GString       *out)
{
  const SamsynFacts *facts = telling->findings->facts;
  int agreement = telling->finding->commitment >= 0 ? SAMSYN_COMMITMENTS (facts)[telling->finding->commitment].agreement : -1;

  if (agreement >= 0)
    g_string_append (out, SAMSYN_AGREEMENTS (facts)[agreement].title);
}

static void
put_commitment_number (const Telling *telling,
                       GString       *out)
{
  if (telling->finding->commitment >= 0)
    g_string_append (out, SAMSYN_COMMITMENTS (telling->findings->facts)[telling->finding->commitment].number);
}

static void
put_date (const Telling *telling,
          GString       *out)
{
  g_autofree char *date = samsyn_day_date (telling->finding->day);

  if (date != NULL)
    g_string_append (out, date);
}

static void
put_count (const Telling *telling,
           GString       *out)
{
  put_number (out, telling->finding->count);
}

static void
put_limit (const Telling *telling,
           GString       *out)
{
  put_number (out, telling->findings->facts->settings[SAMSYN_SETTING_CONFIRMED_MONTHS]);
}

static const struct
{
  const char *name;
  void (*put) (const Telling *telling,
               GString       *out);
} placeholders[] = {
  { "{task}", put_task },           { "{organisation}", put_organisation }, { "{organisations}", put_organisations },
  { "{document}", put_document },   { "{agreement}", put_agreement },       { "{number}", put_commitment_number },
  { "{date}", put_date },           { "{count}", put_count },               { "{limit}", put_limit },
};

/* Puts what stands for the placeholder at `text`; what follows it, or NULL if it is none. */
static const char *
put_placeholder (const Telling *telling,
                 const char    *text,
                 GString       *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
    if (g_str_has_prefix (text, placeholders[i].name))
      {
        placeholders[i].put (telling, out);
        return text + strlen (placeholders[i].name);
      }
  return NULL;
}

static char *
tell (const SamsynFindings *findings,
      const SamsynFinding  *finding,
      const char           *language,
      const char           *words)
{
  const Telling telling = { findings, finding, language };
  const char *text = samsyn_words (language, "finding", words);
  GString *out = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *after = *text == '{' ? put_placeholder (&telling, text, out) : NULL;

      if (after == NULL)
        g_string_append_c (out, *text);
      text = after != NULL ? after : text + 1;
    }
  return g_string_free (out, FALSE);
}

char *
samsyn_finding_sentence (const SamsynFindings *findings,
                         const SamsynFinding  *finding,
                         const char           *language)
{
  return tell (findings, finding, language, finding->sentence);
}

char *
samsyn_finding_mend (const SamsynFindings *findings,
                     const SamsynFinding  *finding,
                     const char           *language)
{
  return tell (findings, finding, language, finding->mend.label);
}

char *
samsyn_finding_ask (const SamsynFindings *findings,
                    const SamsynFinding  *finding,
                    const char           *language)
{
  return tell (findings, finding, language, finding->rule->ask);
}

const char *
samsyn_rule_title (const SamsynRule *rule,
                   const char       *language)
{
  return samsyn_words (language, "finding", rule->title);
}

const char *
samsyn_rule_why (const SamsynRule *rule,
                 const char       *language)
{
  return samsyn_words (language, "finding", rule->why);
}

const char *
samsyn_rule_source (const SamsynRule *rule,
                    const char       *language)
{
  return samsyn_words (language, "finding", rule->source);
}

static const SamsynChoice severities[] = {
  [SAMSYN_SEVERITY_NOTE] = { "note", NC_ ("severity", "Note") },
  [SAMSYN_SEVERITY_WARNING] = { "warning", NC_ ("severity", "Warning") },
  [SAMSYN_SEVERITY_ERROR] = { "error", NC_ ("severity", "Error") },
};

const char *
samsyn_severity_id (SamsynSeverity severity)
{
  return severities[severity].id;
}

const char *
samsyn_severity_label (SamsynSeverity severity,
                       const char    *language)
{
  return samsyn_words (language, "severity", severities[severity].label);
}

static const SamsynChoice states[] = {
  [SAMSYN_FINDING_OPEN] = { "open", NC_ ("finding state", "Open") },
  [SAMSYN_FINDING_ACCEPTED] = { "accepted", NC_ ("finding state", "Accepted") },
  [SAMSYN_FINDING_EXPIRED] = { "expired", NC_ ("finding state", "Open again: the acceptance has run out") },
  [SAMSYN_FINDING_CHANGED] = { "changed", NC_ ("finding state", "Open again: the cause has changed") },
};

const char *
samsyn_finding_state_id (SamsynFindingState state)
{
  return states[state].id;
}

const char *
samsyn_finding_state_label (SamsynFindingState state,
                            const char        *language)
{
  return samsyn_words (language, "finding state", states[state].label);
}
