"""A desktop of the tests' own: a screen, a window manager, a session bus and a home, all gone afterwards.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import ctypes
import os
import pathlib
import shutil
import subprocess
import tempfile

from tap import wait_until

HERE = pathlib.Path(__file__).resolve().parent
READER_SERVICE = """[D-BUS Service]
Name=org.a11y.Bus
Exec={launcher}
"""
SETTINGS = """[Settings]
gtk-cursor-blink=0
gtk-enable-animations=0
gtk-font-name=Cantarell 11
gtk-xft-antialias=1
gtk-xft-hinting=0
gtk-icon-theme-name=Adwaita
"""
# Where distributions keep the program that starts the bus of the screen readers.
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher",
             "/usr/lib/at-spi-bus-launcher", "/usr/libexec/at-spi2/at-spi-bus-launcher")


class Session:
    """Use as a context; `env` is the environment of the programs that belong to it."""

    def __init__(self, screen="1280x900", resources=""):
        self.screen = screen
        self.resources = resources
        self.children = []
        self.folder = None
        self.env = None

    def __enter__(self):
        # Sockets have short names: not below the build folder.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="unknot-"))
        try:
            self._make_home()
            self._start_screen()
            self._start_bus()
            self._start_window_manager()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for child in reversed(self.children):
            if child.poll() is None:
                child.terminate()
        for child in reversed(self.children):
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        self.children.clear()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _make_home(self):
        home = self.folder / "home"
        for name in ("config/gtk-4.0", "data", "cache", "state"):
            (home / name).mkdir(parents=True)
        run = self.folder / "run"
        run.mkdir(mode=0o700)
        (home / "config/gtk-4.0/settings.ini").write_text(SETTINGS)
        env = {key: value for key, value in os.environ.items()
               if key not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "GTK_A11Y", "LC_ALL", "LANGUAGE",
                              "AT_SPI_BUS_ADDRESS", "GTK_THEME", "XDG_CURRENT_DESKTOP", "XAUTHORITY")}
        env.update(
            HOME=str(home), XDG_CONFIG_HOME=str(home / "config"), XDG_DATA_HOME=str(home / "data"),
            XDG_CACHE_HOME=str(home / "cache"), XDG_STATE_HOME=str(home / "state"), XDG_RUNTIME_DIR=str(run),
            GDK_BACKEND="x11", GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory",
            GIO_USE_VFS="local", LANG="C.UTF-8", TZ="UTC", NO_AT_BRIDGE="0")
        # Newer versions of the toolkit are told by the other one; the build knows which.
        if "GDK_DISABLE" not in env:
            env.setdefault("GDK_DEBUG", "gl-disable")
        self.env = env

    def _spawn(self, command, log, **more):
        with open(self.folder / log, "wb") as out:
            child = subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL, stdout=out, stderr=out, **more)
        self.children.append(child)
        return child

    def _start_screen(self):
        read, write = os.pipe()
        screen = self._spawn(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{self.screen}x24", "-nolisten", "tcp",
                              "-noreset", "-dpi", "96"], "xvfb.log", pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError(f"Xvfb gave up ({screen.wait()}): {(self.folder / 'xvfb.log').read_text()}")
        self.env["DISPLAY"] = f":{number}"
        if self.resources:
            set_resources(self.env["DISPLAY"], self.resources)

    def _start_bus(self):
        services = self.folder / "services"
        services.mkdir()
        launcher = next((path for path in LAUNCHERS if os.access(path, os.X_OK)), LAUNCHERS[0])
        (services / "org.a11y.Bus.service").write_text(READER_SERVICE.format(launcher=launcher))
        config = self.folder / "session.conf"
        config.write_text((HERE / "session.conf").read_text().replace("@services@", str(services))
                          .replace("@sockets@", str(self.folder / "run")))
        read, write = os.pipe()
        self._spawn(["dbus-daemon", "--nofork", f"--config-file={config}", f"--print-address={write}"], "bus.log",
                    pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as pipe:
            address = pipe.readline().strip()
        if not address:
            raise RuntimeError(f"no session bus: {(self.folder / 'bus.log').read_text()}")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address

    def _start_window_manager(self):
        # Without a file of its own it reads the user's; an empty one is enough.
        config = self.folder / "openbox.xml"
        config.write_text('<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc">'
                          "<theme><animateIconify>no</animateIconify></theme></openbox_config>")
        child = self._spawn(["openbox", "--sm-disable", "--config-file", str(config)], "wm.log")
        wait_until(lambda: child.poll() is not None or self._has_window_manager(), "openbox did not start")
        if child.poll() is not None:
            raise RuntimeError(f"openbox gave up: {(self.folder / 'wm.log').read_text()}")

    def _has_window_manager(self):
        # get_num_desktops asks the window manager; it fails while there is none.
        return subprocess.run(["xdotool", "get_num_desktops"], env=self.env, capture_output=True,
                              check=False).returncode == 0


def set_resources(display, text):
    """What xrdb does: leaves the resources of X, such as Xft.dpi, on the root window."""
    xlib = ctypes.CDLL("libX11.so.6")
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    xlib.XDefaultRootWindow.restype = xlib.XInternAtom.restype = ctypes.c_ulong
    xlib.XDefaultRootWindow.argtypes = xlib.XCloseDisplay.argtypes = [ctypes.c_void_p]
    xlib.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    xlib.XChangeProperty.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_int,
                                     ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
    connection = xlib.XOpenDisplay(display.encode())
    name, kind = (xlib.XInternAtom(connection, n, 0) for n in (b"RESOURCE_MANAGER", b"STRING"))
    # 8: bits of an element; 0: replace.
    xlib.XChangeProperty(connection, xlib.XDefaultRootWindow(connection), name, kind, 8, 0, text.encode(), len(text))
    xlib.XCloseDisplay(connection)
