/* faults.c: a disk that fails when it is told to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "faults.h"

#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

static struct
{
  Fault    fault;
  guint    left; /* calls until it strikes, 0: never */
  gboolean lasting;
  gboolean struck;
} armed;

/* A file of ours is ours first, then the real one's. */
typedef struct
{
  sqlite3_file  ours;
  sqlite3_file *real;
} File;

static sqlite3_vfs *real_vfs;

/* Whether this call fails. */
static gboolean
strikes (void)
{
  if (armed.struck && armed.lasting)
    return TRUE;
  if (armed.left == 0 || --armed.left > 0)
    return FALSE;
  armed.struck = TRUE;
  return TRUE;
}

/* What a failed call says; a power cut says nothing any more. */
static int
failed (int code)
{
  if (armed.fault == FAULT_CUT)
    kill (getpid (), SIGKILL);
  return code;
}

/* A call that changes the disk without needing room on it. */
static gboolean
strikes_any (void)
{
  return armed.fault != FAULT_FULL && strikes ();
}

void
faults_arm (Fault    fault,
            guint    n,
            gboolean lasting)
{
  armed.fault = fault;
  armed.left = n;
  armed.lasting = lasting;
  armed.struck = FALSE;
}

gboolean
faults_have_struck (void)
{
  return armed.struck;
}

/* ---- Files ----------------------------------------------------------------------------------------------------------------- */

static sqlite3_file *
real_file (sqlite3_file *file)
{
  return ((File *) file)->real;
}

static int
file_close (sqlite3_file *file)
{
  int code = real_file (file)->pMethods->xClose (real_file (file));

  g_free (real_file (file));
  return code;
}

static int
file_read (sqlite3_file *file,
           void         *data,
           int           size,
           sqlite3_int64 offset)
{
  return real_file (file)->pMethods->xRead (real_file (file), data, size, offset);
}

static int
file_write (sqlite3_file *file,
            const void   *data,
            int           size,
            sqlite3_int64 offset)
{
  if (strikes ())
    {
      /* A disk that is full still takes the first half of it. */
      real_file (file)->pMethods->xWrite (real_file (file), data, size / 2, offset);
      return failed (armed.fault == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE);
    }
  return real_file (file)->pMethods->xWrite (real_file (file), data, size, offset);
}

static int
file_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  if (strikes_any ())
    return failed (SQLITE_IOERR_TRUNCATE);
  return real_file (file)->pMethods->xTruncate (real_file (file), size);
}

static int
file_sync (sqlite3_file *file,
           int           flags)
{
  if (strikes_any ())
    return failed (SQLITE_IOERR_FSYNC);
  return real_file (file)->pMethods->xSync (real_file (file), flags);
}

static int
file_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  return real_file (file)->pMethods->xFileSize (real_file (file), size);
}

static int
file_lock (sqlite3_file *file,
           int           lock)
{
  return real_file (file)->pMethods->xLock (real_file (file), lock);
}

static int
file_unlock (sqlite3_file *file,
             int           lock)
{
  return real_file (file)->pMethods->xUnlock (real_file (file), lock);
}

static int
file_check_lock (sqlite3_file *file,
                 int          *reserved)
{
  return real_file (file)->pMethods->xCheckReservedLock (real_file (file), reserved);
}

static int
file_control (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return real_file (file)->pMethods->xFileControl (real_file (file), operation, argument);
}

static int
file_sector (sqlite3_file *file)
{
  return real_file (file)->pMethods->xSectorSize (real_file (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return real_file (file)->pMethods->xDeviceCharacteristics (real_file (file));
}

static const sqlite3_io_methods methods = {
  1,         file_close, file_read, file_write,      file_truncate, file_sync,   file_size,
  file_lock, file_unlock, file_check_lock, file_control,  file_sector, file_characteristics,
};

/* ---- The disk -------------------------------------------------------------------------------------------------------------- */

static int
vfs_open (sqlite3_vfs  *vfs,
          const char   *name,
          sqlite3_file *file,
          int           flags,
          int          *out_flags)
{
  File *ours = (File *) file;
  int code;

  ours->ours.pMethods = NULL;
  if ((flags & SQLITE_OPEN_CREATE) && strikes_any ())
    return failed (SQLITE_CANTOPEN);
  ours->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, ours->real, flags, out_flags);
  if (code == SQLITE_OK)
    ours->ours.pMethods = &methods;
  else
    g_free (ours->real);
  return code;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *name,
            int          sync)
{
  if (strikes_any ())
    return failed (SQLITE_IOERR_DELETE);
  return real_vfs->xDelete (real_vfs, name, sync);
}

void
faults_install (void)
{
  static sqlite3_vfs ours;

  real_vfs = sqlite3_vfs_find (NULL);
  ours = *real_vfs;
  ours.pNext = NULL;
  ours.zName = "faults";
  ours.szOsFile = (int) sizeof (File);
  ours.xOpen = vfs_open;
  ours.xDelete = vfs_delete;
  g_assert (sqlite3_vfs_register (&ours, 1) == SQLITE_OK);
}
