# packages.sh: what Samsyn needs on Debian 12, and how it is installed; read by app/run and tests/run
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034

# To build the program and to open its window.
BUILD_PACKAGES="gcc libc6-dev meson ninja-build pkg-config gettext
  libglib2.0-dev libsqlite3-dev libjson-glib-dev libarchive-dev libexpat1-dev libxlsxwriter-dev
  libgtk-4-dev libgtk-4-bin libadwaita-1-dev libgdk-pixbuf2.0-bin
  adwaita-icon-theme librsvg2-common shared-mime-info desktop-file-utils fonts-cantarell"

# To run the tests as well.
TEST_PACKAGES="python3 python3-gi python3-openpyxl python3-yaml gir1.2-atspi-2.0 gir1.2-glib-2.0
  at-spi2-core dbus dbus-bin xvfb x11-xkb-utils xauth xdotool imagemagick
  libreoffice-calc poppler-utils fonts-dejavu-core
  appstream libxml2-utils librsvg2-bin libglib2.0-bin
  locales man-db binutils zip unzip sqlite3"

# To try random input, which only the long form of the tests does.
FUZZ_PACKAGES="clang libclang-rt-14-dev"

# missing_packages NAMES: those that are not installed
missing_packages ()
{
  for package in $1; do
    case $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) in
      installed) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

# as_root COMMAND…: runs the command as root, or fails where that is not possible
as_root ()
{
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    return 1
  fi
}

# install_packages NAMES: installs what is missing, and only that.  On a system without dpkg nothing is done: there meson names
# what it does not find.
install_packages ()
{
  command -v dpkg-query >/dev/null || return 0
  missing=$(missing_packages "$1")
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "samsyn: these packages are missing, and there is no apt-get to install them with: $missing" >&2
    return 1
  fi
  if ! as_root true; then
    echo "samsyn: these packages are missing, and only root can install them: run this as root or install sudo," \
      "or ask an administrator for: apt-get install $missing" >&2
    return 1
  fi
  echo "samsyn: installing $missing" >&2
  if ! as_root apt-get update --quiet --quiet >&2; then
    echo "samsyn: the list of packages could not be brought up to date (no network?); trying with the one that is there" >&2
  fi
  # shellcheck disable=SC2086
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --quiet --no-install-recommends $missing >&2; then
    echo "samsyn: apt-get could not install what is missing; nothing was built.  What it said is above." >&2
    return 1
  fi
}

# need_tools: says what to install where no package manager was asked
need_tools ()
{
  for tool in meson ninja pkg-config msgfmt; do
    command -v "$tool" >/dev/null && continue
    echo "samsyn: $tool is not there, and this system has no dpkg to ask: README.md names the packages of Fedora and Arch" >&2
    return 1
  done
}
