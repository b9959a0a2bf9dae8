/* plain-world.h: a workspace as the second set of rules sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* For each record of a list; a "break" or "continue" inside leaves this record only. */
#define EACH(list, record)                                                                                                       \
  for (guint record##_i = 0; record##_i < (list)->len; record##_i++)                                                             \
    for (SamsynRecord *record = g_ptr_array_index (list, record##_i); record != NULL; record = NULL)

typedef struct
{
  SamsynStore *store;
  const char  *date;
  gint64       scenario;
  GHashTable  *records; /* gint64 → SamsynRecord */
  GPtrArray   *tasks, *organisations, *assignments, *signers, *ties, *endings;
  GPtrArray   *entries; /* assignments in the map */
  GHashTable  *found;
} World;

/* The text of a field, "" where empty. */
const char *text (const SamsynRecord *record,
                  const char *field);

/* The number of a field, 0 where empty. */
gint64 number (const SamsynRecord *record,
               const char *field);

/* Whether a field holds the text. */
gboolean says (const SamsynRecord *record,
               const char *field,
               const char *content);

/* The record with that id, NULL if none was read. */
SamsynRecord *record_of (const World *world,
                         gint64 id);

/* Whether it is valid on the date. */
gboolean is_on (const SamsynRecord *record,
                const char *date);

/* Whether it is in force or of the scenario. */
gboolean is_seen (const World *world,
                  const SamsynRecord *record);

/* Whether it is in force, and the scenario ends it. */
gboolean is_ended (const World *world,
                   const SamsynRecord *record);

/* Whether the task is a row of the map. */
gboolean is_row (const World *world,
                 const SamsynRecord *task);

/* Whether two assignments are of the same task and organisation. */
gboolean same_cell (const SamsynRecord *a,
                    const SamsynRecord *b);

/* The scenario whose assignments fill the cell of this one on the date, or 0. */
gint64 layer (const World *world,
              const SamsynRecord *assignment);

/* Whether its task is there on the date and its organisation is one of the map. */
gboolean has_place (const World *world,
                    const SamsynRecord *assignment);

/* The end of the chain of boards. */
gint64 actor (const World *world,
              gint64 organisation);

/* The actor that holds an assignment. */
gint64 entry_actor (const World *world,
                    const SamsynRecord *entry);

/* Whether a party is the same actor as the organisation, or it is a part of the party. */
gboolean speaks_for (const World *world,
                     gint64 party,
                     gint64 organisation);

/* Whether it is signed and valid. */
gboolean agreement_holds (const World *world,
                          gint64 agreement);

/* Whether one who has signed speaks for the organisation. */
gboolean has_signed (const World *world,
                     gint64 agreement,
                     gint64 organisation);

/* A number among the settings. */
int setting (const World *world,
             const char *name,
             int otherwise);

/* Notes a finding: one or two ids. */
void found (World *world,
            const char *rule,
            gint64 one,
            gint64 other);

/* Reads the workspace. */
void world_begin (World *world,
                  SamsynStore *store,
                  const char *date,
                  gint64 scenario);

/* Frees what was read, but not what was found. */
void world_end (World *world);

G_END_DECLS
