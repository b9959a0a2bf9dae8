/* random-map.h: responsibility maps made at random
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define RANDOM_SCENARIOS 2

typedef struct
{
  SamsynStore *store;
  GRand       *rand;
  gint64       scenarios[RANDOM_SCENARIOS];
} RandomMap;

/* Replaces the workspace's map by another one, in one step: tasks, organisations in trees with boards, assignments of two
 * scenarios, documents, agreements, links, settings, all small enough to clash often. */
void random_map_fill (RandomMap *map);

/* A date among those that the map uses; static until the next call. */
const char *random_map_date (RandomMap *map);

/* 0 or a scenario. */
gint64 random_map_scenario (RandomMap *map);

/* Any record of a kind. */
gint64 random_map_record (RandomMap  *map,
                          const char *kind);

/* Applies the plan, which must be good, and frees it. */
gint64 random_map_apply (RandomMap *map,
                         GPtrArray *changes);

G_END_DECLS
