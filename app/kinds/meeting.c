/* meeting.c: a meeting of a group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "group", .label = NC_ ("field", "Group"), .type = REFERENCE, .targets = IDS ("group"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "starts_on", .label = NC_ ("field", "Date"), .type = DATE, .flags = REQUIRED | IN_LIST | DEADLINE, .group = "what" },
  { .id = "starts_at", .label = NC_ ("field", "Time"), .type = TIME, .flags = IN_LIST, .group = "what" },
  { .id = "place", .label = NC_ ("field", "Place"), .type = TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what" },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "planned", NC_ ("meeting.status", "Planned") },
                        { "held", NC_ ("meeting.status", "Held") },
                        { "cancelled", NC_ ("meeting.status", "Cancelled") }) },
  { .id = "minutes", .label = NC_ ("field", "Minutes"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "minutes" },
  NOTES_FIELD,
};

const SamsynKind samsyn_meeting_kind = {
  .id = "meeting",
  .label = NC_ ("kind", "Meeting"),
  .plural = NC_ ("kinds", "Meetings"),
  .empty = NC_ ("empty", "Meetings are when a group sits; from here its pack is prepared."),
  .area = SAMSYN_AREA_STEERING,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "minutes", NC_ ("group", "Minutes") }, NOTES_GROUP),
  .title = IDS ("group", "starts_on"),
  .order = IDS ("starts_on", "starts_at"),
  .settled = SETTLED ({ "status", "held" }, { "status", "cancelled" }),
};
