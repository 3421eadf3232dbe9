#!/bin/bash
# Installs what is missing, builds, and takes the pictures of the metainfo and the README anew.
# usage: screenshots.sh [NAME…]
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
"$here/install.sh" build test
"$here/setup.sh" build
export UNKNOT_BIN=$PWD/build/src/unknot UNKNOT_ATLAS=$PWD/build/data/atlas.bin UNKNOT_PLACES=$PWD/build/tests/places.json
export UNKNOT_LOCALE_DIR=$PWD/build/po GSETTINGS_SCHEMA_DIR=$PWD/build/data PYTHONDONTWRITEBYTECODE=1
exec /usr/bin/python3 build-aux/screenshots.py "$@"
