/* finding.h: what the rules find wrong, unclear or worth a look in a responsibility map
 *
 * Each rule is one entry of a table.  A finding knows its rule and the records it speaks of; its words are composed when they are
 * asked for, in any language.  Its key, "RULE:ID[:ID…]", names the task, organisation or assignments it is about, and stays the
 * same from run to run; its cause is a sum of the facts behind it.
 *
 * A record of kind acceptance accepts the finding whose key it holds, until its date has passed, as long as the cause is the one
 * that was accepted: its field `finding` holds "KEY#CAUSE".  "KEY" alone accepts it whatever the cause.
 *
 * What the rules take as settled:
 * - A board and its administration, and all that are tied by board links, are one actor; units are actors of their own.  A party
 *   of sort collective stands for its members.
 * - Between the accountable and one who performs there is an agreement or routine if both are bound, through different parties,
 * by a
 *   signed agreement in force (a party speaks for its actor and all its parts); or one of the two assignments has a document of
 *   sort routine or agreement in force as its basis, or a commitment of a signed agreement in force; or a link ties one of the
 *   two assignments, or the task, to such a document or agreement.
 * - Where accountability is joint each has its part by law; by area each has one of its own: of the same sort of organisation,
 *   district boards and district administrations counting as one.
 * - What is past is past: gaps and overlaps are told while they last or are still to come.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "map.h"

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_SEVERITY_NOTE,
  SAMSYN_SEVERITY_WARNING,
  SAMSYN_SEVERITY_ERROR,
  SAMSYN_N_SEVERITIES
} SamsynSeverity;

typedef enum
{
  SAMSYN_FINDING_OPEN,
  SAMSYN_FINDING_ACCEPTED,
  SAMSYN_FINDING_EXPIRED, /* was accepted until a day that has passed */
  SAMSYN_FINDING_CHANGED, /* was accepted, but the cause is another now */
  SAMSYN_N_FINDING_STATES
} SamsynFindingState;

/* What would mend a finding, as data: mend.h makes changes of it. */
typedef enum
{
  SAMSYN_MEND_ACTION, /* somebody has to be asked: create an action */
  SAMSYN_MEND_ADD,    /* give the organisation the letter in the task */
  SAMSYN_MEND_END,    /* let the assignment hold to the day and no longer, or until then */
} SamsynMendType;

typedef struct
{
  SamsynMendType type;
  const char    *label;        /* English with placeholders; translated in the context "finding" */
  int            task;         /* ADD; indexes of the facts */
  int            organisation; /* ADD */
  SamsynRole     role;         /* ADD */
  gboolean       replaces;     /* ADD: instead of the letter that is there */
  int            assignment;   /* END */
  int            day;          /* END */
} SamsynMend;

typedef struct _SamsynFindingRun SamsynFindingRun; /* rules.h */

/* A rule: words, in English with placeholders, translated in the context "finding"; and what looks for it, called for each row,
 * each assignment in the map, each organisation, or once. */
typedef struct
{
  const char    *id;
  SamsynSeverity severity;
  const char    *title;
  const char    *sentence; /* what is wrong; some findings of the rule say it otherwise */
  const char    *why;      /* why it matters */
  const char    *source;   /* who says so */
  const char    *ask;      /* the title of an action about it */
  void (*task) (SamsynFindingRun *run,
                guint             task);
  void (*assignment) (SamsynFindingRun *run,
                      guint             assignment);
  void (*organisation) (SamsynFindingRun *run,
                        guint             organisation);
  void (*whole) (SamsynFindingRun *run);
} SamsynRule;

typedef struct
{
  const SamsynRule  *rule;
  const char        *key; /* owned by the findings */
  guint32            cause;
  SamsynFindingState state;
  gint64             acceptance; /* the record behind the state, 0: none */
  SamsynMend         mend;
  guint              first_record; /* among the findings' records */
  guint              n_records;

  /* For the words: indexes of the facts, -1 where the finding is about none. */
  const char *sentence;
  int         task;
  int         organisation;
  int         document;
  int         commitment;
  int         day;
  int         count;
} SamsynFinding;

typedef struct
{
  SamsynFacts *facts; /* a reference */
  int          day;
  gint64       scenario;
  GArray      *list;    /* SamsynFinding: by rule, worst first; then in the order of the map */
  GArray      *records; /* gint64 */
  GStringChunk *keys;
} SamsynFindings;

/* All rules, in order of severity, worst first; and the one with that id, or NULL. */
const SamsynRule *samsyn_rules     (guint *n);
const SamsynRule *samsyn_rule_find (const char *id);

/* Runs every rule over the map.  Free with samsyn_findings_free(). */
SamsynFindings *samsyn_findings_new  (const SamsynMap *map);
void            samsyn_findings_free (SamsynFindings *findings);

static inline guint
samsyn_findings_count (const SamsynFindings *findings)
{
  return findings->list->len;
}

static inline const SamsynFinding *
samsyn_findings_get (const SamsynFindings *findings,
                     guint                 i)
{
  return &g_array_index (findings->list, SamsynFinding, i);
}

/* The finding with that key, or NULL. */
const SamsynFinding *samsyn_findings_find (const SamsynFindings *findings,
                                           const char           *key);

/* The ids of the records that a finding speaks of, those of its key first; owned by the findings. */
const gint64 *samsyn_finding_records (const SamsynFindings *findings,
                                      const SamsynFinding  *finding,
                                      guint                *n);

/* How many there are of each severity in the states that are not accepted. */
void samsyn_findings_tally (const SamsynFindings *findings,
                            guint                 counts[SAMSYN_N_SEVERITIES]);

/* What an acceptance of this finding, as it is now, holds: "KEY#CAUSE"; to be freed by the caller. */
char *samsyn_finding_acceptance_key (const SamsynFinding *finding);

/* ---- Words (finding-text.c); `language` NULL: the process's ---------------------------------------------------------------- */

/* One plain sentence that says what is wrong; what would mend it; the title of an action that asks for it.  To be freed by the
 * caller. */
char *samsyn_finding_sentence (const SamsynFindings *findings,
                               const SamsynFinding  *finding,
                               const char           *language);
char *samsyn_finding_mend     (const SamsynFindings *findings,
                               const SamsynFinding  *finding,
                               const char           *language);
char *samsyn_finding_ask      (const SamsynFindings *findings,
                               const SamsynFinding  *finding,
                               const char           *language);

/* Static text. */
const char *samsyn_rule_title      (const SamsynRule *rule,
                                    const char       *language);
const char *samsyn_rule_why        (const SamsynRule *rule,
                                    const char       *language);
const char *samsyn_rule_source     (const SamsynRule *rule,
                                    const char       *language);
const char *samsyn_severity_id     (SamsynSeverity severity);
const char *samsyn_severity_label  (SamsynSeverity severity,
                                    const char    *language);
const char *samsyn_finding_state_id    (SamsynFindingState state);
const char *samsyn_finding_state_label (SamsynFindingState state,
                                        const char        *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynFindings, samsyn_findings_free)

G_END_DECLS
