/* publication.c: a report as it was handed out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "report", .label = NC_ ("field", "Report"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .known = KNOWN ({ "steering-pack", NC_ ("report", "Steering pack") },
                    { "responsibility-map", NC_ ("report", "Responsibility map") },
                    { "comparison", NC_ ("report", "Comparison") },
                    { "all-data", NC_ ("report", "All data") }),
    .known_as = "report" },
  { .id = "meeting", .label = NC_ ("field", "Meeting"), .type = REFERENCE, .targets = IDS ("meeting"), .flags = IN_LIST | CONTEXT,
    .group = "what" },
  { .id = "published_on", .label = NC_ ("field", "Published on"), .type = DATE, .flags = REQUIRED | IN_LIST, .group = "what" },
  { .id = "language", .label = NC_ ("field", "Language"), .type = TEXT, .flags = REQUIRED | IN_LIST, .group = "what",
    .known = KNOWN ({ "sv", "Svenska" }, { "en", "English" }),
    .known_as = "language",
    .width = 10 },
  /* Of the finished sheets, which are kept beside it. */
  { .id = "digest", .label = NC_ ("field", "Digest"), .type = TEXT, .group = "what" },
  NOTES_FIELD,
};

const SamsynKind samsyn_publication_kind = {
  .id = "publication",
  .label = NC_ ("kind", "Publication"),
  .plural = NC_ ("kinds", "Publications"),
  .empty = NC_ ("empty", "Publications are the reports that were handed out, as they were that day."),
  .area = SAMSYN_AREA_STEERING,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, NOTES_GROUP),
  .title = IDS ("report", "published_on"),
  .order = IDS ("published_on"),
};
