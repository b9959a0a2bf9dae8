/* agenda_item.c: a point on a meeting's agenda
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "meeting", .label = NC_ ("field", "Meeting"), .type = REFERENCE, .targets = IDS ("meeting"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "position", .label = NC_ ("field", "Position"), .type = INTEGER, .flags = IN_LIST, .group = "what", .minimum = 0,
    .maximum = 9999 },
  { .id = "title", .label = NC_ ("field", "Title"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 44 },
  { .id = "sort", .label = NC_ ("field", "Type"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "information", NC_ ("agenda_item.sort", "Information") },
                        { "discussion", NC_ ("agenda_item.sort", "Discussion") },
                        { "decision", NC_ ("agenda_item.sort", "Decision") }) },
  { .id = "presenter", .label = NC_ ("field", "Presenter"), .type = REFERENCE, .targets = IDS ("person"),
    .flags = IN_LIST | PERSONAL, .group = "who" },
  { .id = "decision", .label = NC_ ("field", "Decision"), .type = REFERENCE, .targets = IDS ("decision"), .flags = IN_LIST,
    .group = "what" },
  NOTES_FIELD,
};

const SamsynKind samsyn_agenda_item_kind = {
  .id = "agenda_item",
  .label = NC_ ("kind", "Agenda item"),
  .plural = NC_ ("kinds", "Agenda items"),
  .empty = NC_ ("empty", "Agenda items are the points that a meeting takes up, in order."),
  .area = SAMSYN_AREA_STEERING,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "who", NC_ ("group", "Who") }, NOTES_GROUP),
  .title = IDS ("title"),
  .order = IDS ("position", "title"),
};
