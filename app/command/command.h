/* command.h: the program without a display
 *
 * Each command is described once, in the file of its name; help, manual page, completion and dispatch are loops over the table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define SAMSYN_COMMAND_ERROR (samsyn_command_error_quark ())
GQuark samsyn_command_error_quark (void);

typedef enum
{
  SAMSYN_COMMAND_ERROR_USAGE,  /* exit status 2 */
  SAMSYN_COMMAND_ERROR_FAILED, /* like any other error: exit status 1 */
} SamsynCommandError;

/* One use of a command: its arguments without the options, which are in the command's own variables. */
typedef struct
{
  char      **args;
  guint       n_args;
  const char *about; /* what an error is about: WHAT in "samsyn: WHAT: WHY"; the first argument unless the command says another */
  char       *done;  /* what samsyn_call_done() said, or NULL */
} SamsynCall;

typedef struct
{
  const char         *name;
  const char         *usage;   /* what follows the name */
  const char         *summary; /* one line; English */
  const char         *details; /* more, or NULL; English */
  guint               min_args;
  guint               max_args;
  const GOptionEntry *options; /* texts and file names as G_OPTION_ARG_FILENAME: bytes as typed */
  gboolean            alters;  /* does something that lasts, and does not end because nobody reads what it prints */
  gboolean (*run) (SamsynCall *call,
                   GError    **error);
} SamsynCommand;

/* Every command in the order of the help, NULL-terminated; and the one with a name, or NULL. */
const SamsynCommand *const *samsyn_commands     (void);
const SamsynCommand        *samsyn_command_find (const char *name);

/* Whether the program's arguments ask for a command (or help, or the version) and not for the window. */
gboolean samsyn_command_is_asked (int    argc,
                                  char **argv);

/* Runs what the arguments ask for; returns the exit status. */
int samsyn_command_main (int    argc,
                         char **argv);

/* ---- Help (help.c) --------------------------------------------------------------------------------------------------------- */

/* Prints what the program is and its commands, or what one command is and takes. */
void samsyn_help_print         (void);
void samsyn_help_print_command (const SamsynCommand *command);

/* ---- For the commands (call.c) --------------------------------------------------------------------------------------------- */

/* Opens the workspace that the first argument names, and says what had to be put aside for it. */
SamsynStore *samsyn_call_open (SamsynCall     *call,
                               SamsynOpenFlags flags,
                               GError        **error);

/* Says on standard error what had to be put aside; takes the notice, NULL is ignored. */
void samsyn_call_tell (const char *about,
                       char       *notice);

/* A verified copy of the workspace under the name of the second argument. */
gboolean samsyn_call_back_up (SamsynCall  *call,
                              SamsynStore *store,
                              GError     **error);

/* A private copy of it: as it is, or (as_of, a date) as it was at the end of that day. */
SamsynStore *samsyn_call_open_copy (SamsynCall *call,
                                    const char *as_of,
                                    GError    **error);

/* Arguments as they must be; a usage error names the option. */
gboolean samsyn_call_check_text (const char *text,
                                 const char *option,
                                 GError    **error);
gboolean samsyn_call_check_date (const char *date, /* NULL: not given */
                                 const char *option,
                                 GError    **error);
gboolean samsyn_call_read_id    (const char *text, /* NULL: not given, 0 */
                                 const char *option,
                                 gint64     *id,
                                 GError    **error);

/* Which of the words an option is, the first where it was not given; -1 with a usage error. */
int samsyn_call_read_word (const char        *text,
                           const char        *option,
                           const char *const *words,
                           GError           **error);

/* What --format says where it is text or JSON: whether it is JSON.  FALSE with an error where it says something else. */
gboolean samsyn_call_read_format (const char *format,
                                  gboolean   *json,
                                  GError    **error);

/* The content of a file, or of a pipe to its end, of at most so many bytes; an error says what it is that can't be read
 * (input.c). */
GBytes *samsyn_call_read_file (const char *path,
                               gsize       most,
                               GError    **error);

/* Whether the file that --output names (NULL: not given) can be written; said before the work, and again by who writes.  `suffix`
 * is how a workbook's name ends; NULL: "-" may be standard output. */
gboolean samsyn_call_check_output (SamsynCall *call,
                                   const char *path,
                                   const char *suffix,
                                   gboolean    force,
                                   GError    **error);

/* Cancelled when the user or the system ends the command (INT, TERM, HUP).  Who asks for it looks at it often: a command that
 * does not end soon is ended.  One that never asks is ended at once.  In each case nothing unfinished is left. */
GCancellable *samsyn_call_cancellable (void);

/* On standard output: what programs read, as it is where it does not go to a terminal. */
void samsyn_call_print (const char *text);

/* On standard output: what people read.  Like all that goes to a terminal it is tame. */
void samsyn_call_printf (const char *format,
                         ...) G_GNUC_PRINTF (1, 2);

/* On standard error, after all that was printed before. */
void samsyn_call_complain (const char *format,
                           ...) G_GNUC_PRINTF (1, 2);

/* A line that says what has been done and can't fail any more: should it not reach its reader, that is no failure of the
 * command. */
void samsyn_call_done (SamsynCall *call,
                       const char *format,
                       ...) G_GNUC_PRINTF (2, 3);

/* ---- For command.c alone --------------------------------------------------------------------------------------------------- */

/* Writes what has been printed.  errno of what could not be written, or 0 (output.c). */
int samsyn_call_flush (void);

/* Before anything is opened: what happens when the command is to end early (signals.c). */
void samsyn_signals_begin (gboolean alters);

G_END_DECLS
