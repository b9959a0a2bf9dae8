/* notice-bar.h: why a workspace can't be written, and what can be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Its buttons do the window's actions "win.try-again" and "win.save-copy", or "win.show-backups"; or the signal
 *   "show-bent"  the next record with bent values is to be shown. */
#define SAMSYN_TYPE_NOTICE_BAR (samsyn_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (SamsynNoticeBar, samsyn_notice_bar, SAMSYN, NOTICE_BAR, AdwBin)

/* Shows a sentence; NULL hides the bar. */
void samsyn_notice_bar_show (SamsynNoticeBar *bar,
                             const char      *text);

/* Shows what is wrong with the file: backups are offered in place of a copy of it. */
void samsyn_notice_bar_show_damage (SamsynNoticeBar *bar,
                                    const char      *text);

/* Shows how many records hold bent values, and offers to show them; nothing where something graver is shown already. */
void samsyn_notice_bar_show_bent (SamsynNoticeBar *bar,
                                  const char      *text);

G_END_DECLS
