/* stage-sample.h: the sample in a window, and what is seen of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/frame/workspace.h"

G_BEGIN_DECLS

/* A fixture for g_test_add(): the sample in a workspace, in a window of usual size. */
typedef struct
{
  char            *folder;
  SamsynStore     *store; /* the workspace's */
  SamsynWorkspace *workspace;
  SamsynSession   *session;
  GtkWidget       *window;
} StageSample;

void stage_sample_set_up    (StageSample  *sample,
                             gconstpointer data);
void stage_sample_tear_down (StageSample  *sample,
                             gconstpointer data);

/* The labels (GtkLabel, not owned) in sight below the widget, in order; an array to be unreffed. */
GPtrArray *stage_labels (GtkWidget *widget);

/* One run of letters that a widget draws itself. */
typedef struct
{
  graphene_rect_t bounds; /* in the widget */
  GdkRGBA         colour;
} StageText;

/* The texts (StageText) that the widget draws; an array to be unreffed. */
GArray *stage_drawn_texts (GtkWidget *widget);

/* How many of its texts are of that colour. */
guint stage_count_coloured (GtkWidget     *widget,
                            const GdkRGBA *colour);

/* The rows (SamsynListRow, not owned) in sight of the list that the window shows; an array to be unreffed. */
GPtrArray *stage_rows (GtkWidget *window);

G_END_DECLS
