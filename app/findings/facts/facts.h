/* facts.h: what the responsibility map rests on, in memory
 *
 * All tasks, organisations and assignments of a workspace, with the documents, agreements, acceptances and settings that the
 * rules look at, read once after a step.  A map (map.h) is a view of them on a date and in a scenario; facts never change, so any
 * number of views, on any thread, may share them.
 *
 * Records are in dense arrays and refer to each other by index (-1: none).  Days are Julian day numbers; an open start is 0, an
 * open end SAMSYN_DAY_OPEN, so that "from <= day && day <= to" always answers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ids.h"
#include "settings.h"
#include "store/store.h"

G_BEGIN_DECLS

#define SAMSYN_DAY_OPEN G_MAXINT

typedef enum
{
  SAMSYN_ROLE_R,
  SAMSYN_ROLE_A,
  SAMSYN_ROLE_S,
  SAMSYN_ROLE_C,
  SAMSYN_ROLE_I,
  SAMSYN_N_ROLES,
  SAMSYN_ROLE_NONE = SAMSYN_N_ROLES, /* in a scenario: nothing here */
} SamsynRole;

typedef enum
{
  SAMSYN_STANDING_UNKNOWN,
  SAMSYN_STANDING_FORMAL,
  SAMSYN_STANDING_PRACTICE,
  SAMSYN_STANDING_CLAIMED,
  SAMSYN_STANDING_DISPUTED,
} SamsynStanding;

typedef enum
{
  SAMSYN_ACCOUNTABILITY_SINGLE, /* also where nothing is said */
  SAMSYN_ACCOUNTABILITY_JOINT,
  SAMSYN_ACCOUNTABILITY_BY_AREA,
} SamsynAccountability;

typedef struct
{
  int from;
  int to;
} SamsynPeriod;

typedef struct
{
  gint64      id;
  const char *name;
  gint64      parent_id;
  int         parent;
  guint       depth;
} SamsynProcess;

typedef struct
{
  gint64               id;
  const char          *name;
  int                  process;
  SamsynAccountability accountability;
  SamsynPeriod         valid;
  gint64               scenario;
} SamsynTask;

typedef struct
{
  gint64       id;
  const char  *name;
  const char  *short_name; /* the name where there is none */
  const char  *sort;       /* id of the choice, "" where nothing is said */
  gint64       parent_id;
  gint64       board_id;
  int          parent;
  int          board;
  guint        depth; /* among parents */
  guint        actor; /* the organisation that stands for it and all that are one actor with it by board links */
  SamsynPeriod valid;
  gint64       scenario;
} SamsynOrganisation;

typedef struct
{
  gint64         id;
  guint          task;
  guint          organisation;
  SamsynRole     role;
  SamsynStanding standing;
  SamsynPeriod   valid;
  gint64         scenario;
  int            basis; /* a document */
  const char    *basis_place;
  int            commitment;
  int            confirmed; /* 0: never */
} SamsynAssignment;

typedef struct
{
  gint64       id;
  const char  *title;
  gboolean     settles; /* a routine or an agreement: it can say how work is handed over */
  SamsynPeriod valid;
} SamsynDocument;

typedef struct
{
  gint64       id;
  const char  *title;
  gboolean     signed_;
  SamsynPeriod valid;
} SamsynAgreement;

typedef struct
{
  int   agreement;
  guint organisation;
} SamsynSigner; /* a party that has signed, or decided to */

typedef struct
{
  gint64      id;
  int         agreement;
  const char *number;
} SamsynCommitment;

/* A link between a task or an assignment and a document or an agreement; -1 where the other of the two is meant. */
typedef struct
{
  int task;
  int assignment;
  int document;
  int agreement;
} SamsynTie;

/* Of what is in force: it is not there in the scenario. */
typedef struct
{
  gint64 id;
  gint64 scenario;
  gint64 record; /* a task, an organisation, a membership */
} SamsynEnding;

typedef struct
{
  gint64      id;
  const char *finding; /* "KEY" or "KEY#CAUSE" */
  int         until;   /* SAMSYN_DAY_OPEN: for good */
} SamsynAcceptance;

typedef struct _SamsynFactTexts SamsynFactTexts; /* counted: facts of steps after each other share them */

typedef struct
{
  SamsynFactTexts *texts;
  SamsynIds    *index; /* id → index of the record in its array; ids are unique across kinds */
  GArray       *processes;     /* SamsynProcess, in reading order: each above its own, by position and name */
  GArray       *tasks;         /* SamsynTask, by process (none last), position and name */
  GArray       *organisations; /* SamsynOrganisation, each before its units, by name */
  GArray       *assignments;   /* SamsynAssignment, by task, organisation, scenario, role, start and id */
  GArray       *documents;     /* SamsynDocument */
  GArray       *agreements;    /* SamsynAgreement */
  GArray       *signers;       /* SamsynSigner, by agreement */
  GArray       *commitments;   /* SamsynCommitment */
  GArray       *ties;          /* SamsynTie */
  GArray       *acceptances;   /* SamsynAcceptance */
  GArray       *endings;       /* SamsynEnding */
  int           settings[SAMSYN_N_SETTINGS];
} SamsynFacts;

/* The records of an array as C has them: SAMSYN_TASKS (facts)[i]. */
#define SAMSYN_TASKS(facts) ((const SamsynTask *) (gpointer) (facts)->tasks->data)
#define SAMSYN_ORGANISATIONS(facts) ((const SamsynOrganisation *) (gpointer) (facts)->organisations->data)
#define SAMSYN_ASSIGNMENTS(facts) ((const SamsynAssignment *) (gpointer) (facts)->assignments->data)
#define SAMSYN_DOCUMENTS(facts) ((const SamsynDocument *) (gpointer) (facts)->documents->data)
#define SAMSYN_AGREEMENTS(facts) ((const SamsynAgreement *) (gpointer) (facts)->agreements->data)
#define SAMSYN_ENDINGS(facts) ((const SamsynEnding *) (gpointer) (facts)->endings->data)
#define SAMSYN_COMMITMENTS(facts) ((const SamsynCommitment *) (gpointer) (facts)->commitments->data)

/* Reads the workspace; NULL on error.  Counted references, which threads may share. */
SamsynFacts *samsyn_facts_load  (SamsynStore *store,
                                 GError     **error);

/* The facts after a step with these changes (SamsynChange), where only assignments, acceptances, links, settings and signatures
 * changed: what is not touched is shared.  NULL where all has to be read again, or on error. */
SamsynFacts *samsyn_facts_renew (SamsynFacts *facts,
                                 SamsynStore *store,
                                 GPtrArray   *changes,
                                 GError     **error);
SamsynFacts *samsyn_facts_ref   (SamsynFacts *facts);
void         samsyn_facts_unref (SamsynFacts *facts);

/* The index of a record in the array of its kind, -1 if it is none of them. */
int samsyn_facts_index (const SamsynFacts *facts,
                        gint64             id);

/* Whether the scenario (0: what is in force, which ends nothing so) ends the record. */
gboolean samsyn_facts_ends (const SamsynFacts *facts,
                            gint64             scenario,
                            gint64             record);

/* The day of a valid date; `otherwise` for NULL and "". */
int samsyn_day (const char *date,
                int         otherwise);

/* The date of a day, to be freed by the caller; NULL for an open end. */
char *samsyn_day_date (int day);

static inline gboolean
samsyn_period_holds (const SamsynPeriod *period,
                     int                 day)
{
  return period->from <= day && day <= period->to;
}

/* The letter of a role as files write it ("R", "none"), and back; -1 for no role. */
const char *samsyn_role_id   (SamsynRole role);
int         samsyn_role_find (const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynFacts, samsyn_facts_unref)

G_END_DECLS
