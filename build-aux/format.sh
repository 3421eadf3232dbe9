#!/bin/bash
# Formats the C code; with --check only says which files would change.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
"$here/install.sh" format
if [ "${1:-}" = --check ]; then
  git ls-files 'src/*.[ch]' 'tests/*.[ch]' | xargs clang-format --dry-run --Werror
else
  git ls-files 'src/*.[ch]' 'tests/*.[ch]' | xargs clang-format -i
fi
