/* all-pages.h: the pages and actions that the window has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Makes every page known to samsyn_pages(), and every action to the records; to be called once, before there is a window. */
void samsyn_all_pages_register (void);
