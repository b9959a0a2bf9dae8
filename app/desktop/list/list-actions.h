/* list-actions.h: what can be done with the rows of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/question/question.h"
#include "desktop/session/record-list.h"
#include "selection-bar.h"

G_BEGIN_DECLS

/* What they work on; all of it outlives the actions. */
typedef struct
{
  SamsynSession        *session;
  const SamsynQuestion *question;
  SamsynRecordList     *list;
  GtkSelectionModel    *selection;
  SamsynSelectionBar   *bar;
} SamsynListParts;

/* Gives the widget the actions "list.copy", "list.paste", "list.edit", "list.delete" and "list.select-none". */
void samsyn_list_actions_add (GtkWidget             *widget,
                              const SamsynListParts *parts);

/* Gives every widget of the class their keys. */
void samsyn_list_actions_bind (GtkWidgetClass *widget_class);

G_END_DECLS
