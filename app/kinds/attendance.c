/* attendance.c: who came to a meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "meeting", .label = NC_ ("field", "Meeting"), .type = REFERENCE, .targets = IDS ("meeting"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "membership", .label = NC_ ("field", "Member"), .type = REFERENCE, .targets = IDS ("membership"),
    .flags = REQUIRED | IN_LIST | PERSONAL, .group = "what" },
  { .id = "presence", .label = NC_ ("field", "Presence"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "present", NC_ ("attendance.presence", "Present") },
                        { "absent", NC_ ("attendance.presence", "Absent") },
                        { "deputy", NC_ ("attendance.presence", "Deputy") }) },
  NOTES_FIELD,
};

const SamsynKind samsyn_attendance_kind = {
  .id = "attendance",
  .label = NC_ ("kind", "Attendance"),
  .plural = NC_ ("kinds", "Attendance"),
  .empty = NC_ ("empty", "Attendance tells which members came to a meeting, or sent a deputy."),
  .area = SAMSYN_AREA_STEERING,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, NOTES_GROUP),
  .title = IDS ("meeting", "membership"),
  .order = IDS ("presence"),
  .uniques = UNIQUES (IDS ("meeting", "membership")),
};
