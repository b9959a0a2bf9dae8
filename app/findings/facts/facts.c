/* facts.c: what the responsibility map rests on, in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "facts.h"

#include "facts-load.h"
#include "model/date.h"

static const char *const roles[] = { "R", "A", "S", "C", "I", "none", NULL };

const char *
samsyn_role_id (SamsynRole role)
{
  return roles[MIN (role, SAMSYN_ROLE_NONE)];
}

int
samsyn_role_find (const char *id)
{
  for (int i = 0; roles[i] != NULL; i++)
    if (g_strcmp0 (roles[i], id) == 0)
      return i;
  return -1;
}

int
samsyn_day (const char *date,
            int         otherwise)
{
  return samsyn_date_is_valid (date) ? (int) samsyn_date_julian (date) : otherwise;
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
  g_snprintf (text, sizeof text, "%04u-%02u-%02u", g_date_get_year (&date), (guint) g_date_get_month (&date),
              g_date_get_day (&date));
  return g_strdup (text);
}

int
samsyn_facts_index (const SamsynFacts *facts,
                    gint64             id)
{
  return samsyn_ids_find (facts->index, id);
}

gboolean
samsyn_facts_ends (const SamsynFacts *facts,
                   gint64             scenario,
                   gint64             record)
{
  for (guint i = 0; i < facts->endings->len && scenario != 0; i++)
    if (SAMSYN_ENDINGS (facts)[i].scenario == scenario && SAMSYN_ENDINGS (facts)[i].record == record)
      return TRUE;
  return FALSE;
}

/* ---- Making and freeing ---------------------------------------------------------------------------------------------------- */

#define ARRAY(name, type) { G_STRUCT_OFFSET (SamsynFacts, name), sizeof (type) }

static const struct
{
  gsize offset;
  guint size;
} arrays[] = {
  ARRAY (processes, SamsynProcess),   ARRAY (tasks, SamsynTask),           ARRAY (organisations, SamsynOrganisation),
  ARRAY (assignments, SamsynAssignment), ARRAY (documents, SamsynDocument), ARRAY (agreements, SamsynAgreement),
  ARRAY (signers, SamsynSigner),      ARRAY (commitments, SamsynCommitment), ARRAY (ties, SamsynTie),
  ARRAY (acceptances, SamsynAcceptance), ARRAY (endings, SamsynEnding),
};

/* Texts are added on one thread only, and none is ever moved. */
struct _SamsynFactTexts
{
  GStringChunk *chunk;
};

static void
clear_texts (gpointer texts)
{
  g_string_chunk_free (((SamsynFactTexts *) texts)->chunk);
}

const char *
samsyn_facts_keep_text (SamsynFacts *facts,
                        const char  *text,
                        gboolean     often)
{
  if (text == NULL)
    return "";
  return often ? g_string_chunk_insert_const (facts->texts->chunk, text) : g_string_chunk_insert (facts->texts->chunk, text);
}

SamsynFacts *
samsyn_facts_new (SamsynFacts *sharing)
{
  SamsynFacts *facts = g_atomic_rc_box_new0 (SamsynFacts);

  if (sharing != NULL)
    {
      facts->texts = g_atomic_rc_box_acquire (sharing->texts);
      return facts;
    }
  facts->texts = g_atomic_rc_box_new0 (SamsynFactTexts);
  facts->texts->chunk = g_string_chunk_new (16384);
  return facts;
}

GArray *
samsyn_facts_new_array (gsize offset)
{
  guint i = 0;

  while (arrays[i].offset != offset)
    i++;
  return g_array_new (FALSE, TRUE, arrays[i].size);
}

static void
clear (gpointer data)
{
  SamsynFacts *facts = data;

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (samsyn_facts_array (facts, arrays[i].offset), g_array_unref);
  g_clear_pointer (&facts->index, samsyn_ids_unref);
  g_atomic_rc_box_release_full (facts->texts, clear_texts);
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
