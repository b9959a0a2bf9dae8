/* map-findings.c: what the rules find in the responsibility map, as a table of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-parts.h"

#include "model/words.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Severity"), SAMSYN_COLUMN_SEVERITY, 14, 0 },
  { NC_ ("pack", "Task"), SAMSYN_COLUMN_TEXT, 34, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Finding"), SAMSYN_COLUMN_TEXT, 50, 0 },
  { NC_ ("pack", "Organisations"), SAMSYN_COLUMN_TEXT, 24, 0 },
  { NC_ ("pack", "Proposal"), SAMSYN_COLUMN_TEXT, 34, 0 },
  { NC_ ("pack", "Status"), SAMSYN_COLUMN_TEXT, 14, 0 },
  { NULL },
};

/* The organisation that a record of the map is, or whose part it is; -1 for others. */
static int
organisation_of (const SamsynFacts *facts,
                 gint64             id)
{
  int index = samsyn_facts_index (facts, id);

  if (index < 0)
    return -1;
  if ((guint) index < facts->organisations->len && SAMSYN_ORGANISATIONS (facts)[index].id == id)
    return index;
  if ((guint) index < facts->assignments->len && SAMSYN_ASSIGNMENTS (facts)[index].id == id)
    return (int) SAMSYN_ASSIGNMENTS (facts)[index].organisation;
  return -1;
}

/* Each once, by short name, in the order in which the finding speaks of them. */
static char *
organisations_of (const SamsynFindings *findings,
                  const SamsynFinding  *finding)
{
  guint n;
  const gint64 *records = samsyn_finding_records (findings, finding, &n);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      int organisation = organisation_of (findings->facts, records[i]);

      if (organisation < 0 || !g_hash_table_add (told, GINT_TO_POINTER (organisation)))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              SAMSYN_ORGANISATIONS (findings->facts)[organisation].short_name);
    }
  return g_string_free (text, FALSE);
}

static void
add_finding (const SamsynFindings *findings,
             const SamsynFinding  *finding,
             SamsynTable          *table,
             const char           *language)
{
  g_autofree char *sentence = samsyn_finding_sentence (findings, finding, language);
  g_autofree char *organisations = organisations_of (findings, finding);
  g_autofree char *mend = samsyn_finding_mend (findings, finding, language);

  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_severity_id (finding->rule->severity));
  samsyn_table_text (table, finding->task >= 0 ? SAMSYN_TASKS (findings->facts)[finding->task].name : NULL);
  samsyn_table_text (table, sentence);
  samsyn_table_text (table, organisations);
  samsyn_table_text (table, mend);
  samsyn_table_text (table, samsyn_finding_state_label (finding->state, language));
}

void
samsyn_map_add_findings (const SamsynFindings *findings,
                         SamsynSheet          *sheet,
                         const char           *language)
{
  SamsynTable *table = samsyn_columns_add_table (sheet, language, NULL, columns);

  for (guint i = 0; i < samsyn_findings_count (findings); i++)
    add_finding (findings, samsyn_findings_get (findings, i), table, language);
}
