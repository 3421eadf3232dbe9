#!/bin/bash
# Makes stand-ins for org.gnome.Platform and org.gnome.Sdk out of Debian's packages, in a repository of their own:
# the manifest can so be built, unmodified, where Flathub can't be reached. Kept until packages.debian or this file changes.
# usage: flatpak-runtime.sh SUITE BRANCH FOLDER
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
suite=$1 branch=$2 folder=$3
repo=$folder/repo
work=$folder/work
arch=$(flatpak --default-arch)
export LC_ALL=C.UTF-8

packages() {
  awk -v wanted=" $* " '$0 !~ /^#/ && NF && index(wanted, " " $1 " ") { print $2 }' "$here/packages.debian" | sort -u
}

recipe=$( (cat "$0"; packages platform build sdk; echo "$suite $branch") | sha256sum | cut -c 1-16)
if [ "$(cat "$folder/recipe" 2>/dev/null)" = "$recipe" ]; then
  exit 0
fi
if [ "$(id -u)" != 0 ]; then
  echo "The stand-in runtime is unpacked by dpkg in a chroot: run this once as root." >&2
  exit 1
fi
rm -rf "$folder"
mkdir -p "$work"
trap 'rm -rf "$work"' EXIT

# Where this machine's own packages come from.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main' | grep -v security | head -n 1)

echo "A runtime of Debian $suite, from $mirror"
mmdebstrap --quiet --mode=root --format=directory --variant=apt \
  --aptopt='Acquire::Languages "none"' --aptopt='APT::Install-Recommends "false"' --dpkgopt=force-unsafe-io \
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
  --dpkgopt='path-exclude=/usr/share/info/*' \
  --include="$(packages platform | paste -sd ,)" \
  --customize-hook='chroot "$1" localedef -i de_DE -f UTF-8 de_DE.UTF-8' \
  --skip=cleanup/apt \
  "$suite" "$work/root" "${mirror:-http://deb.debian.org/debian}"

# A runtime is /usr alone; flatpak brings the rest, and makes /etc from /usr/etc.
stage() {
  local id=$1 stage=$work/$1 path
  mkdir -p "$stage/files"
  cp -a --reflink=auto "$work/root/usr" "$stage/usr"
  cp -a "$work/root/etc" "$stage/usr/etc"
  (
    cd "$stage/usr"
    rm -rf bin/apt* lib/apt etc/apt etc/dpkg etc/cron* etc/init.d etc/rc?.d etc/systemd games src lib/systemd lib/udev
    rm -rf share/doc share/info share/man share/lintian share/bug bin/*lto-dump*
    for path in passwd group shadow gshadow subuid subgid; do
      rm -f "etc/$path" "etc/$path-"
    done
    rm -f etc/machine-id etc/hostname etc/hosts etc/resolv.conf etc/mtab etc/localtime etc/timezone etc/fstab
    # GTK is asked to do without OpenGL here; what does it in software is half of the whole.
    rm -rf lib/*-linux-gnu/dri lib/*-linux-gnu/lib{LLVM,gallium,z3,EGL_mesa,GLX_mesa}*
    # flatpak calls it by its bare name, with /usr/bin in the path.
    [ -e bin/ldconfig ] || ln -s ../sbin/ldconfig bin/ldconfig
    rm -f etc/ld.so.cache etc/ld.so.conf
    {
      echo 'include /run/flatpak/ld.so.conf.d/app-*.conf'
      echo /app/lib
      echo "/usr/lib/$arch-linux-gnu"
      echo 'include /run/flatpak/ld.so.conf.d/runtime-*.conf'
    } >etc/ld.so.conf
  )
  printf '[Runtime]\nname=%s\nruntime=org.gnome.Platform/%s/%s\nsdk=org.gnome.Sdk/%s/%s\n' \
    "$id" "$arch" "$branch" "$arch" "$branch" >"$stage/metadata"
  flatpak build-export --runtime --no-update-summary --disable-fsync "$repo" "$stage" "$branch" >/dev/null
  echo "$id: $(du -sm "$stage/usr" | cut -f 1) MB"
  rm -rf "$stage"
}

ostree init --repo="$repo" --mode=bare-user-only
stage org.gnome.Platform
echo 'Adding what builds'
cp /etc/resolv.conf "$work/root/etc/resolv.conf"
DEBIAN_FRONTEND=noninteractive chroot "$work/root" apt-get -qq install --yes --no-install-recommends \
  $(packages build sdk) >"$folder/sdk.log" 2>&1 || { tail -n 20 "$folder/sdk.log" >&2; exit 1; }
stage org.gnome.Sdk
flatpak build-update-repo --no-update-appstream "$repo" >/dev/null
echo "$recipe" >"$folder/recipe"
