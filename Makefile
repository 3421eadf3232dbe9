# Two commands matter: make run, make test. The work is done in build-aux/; meson is the build.

.PHONY: run test bench format screenshots flatpak-test newer-test clean

run:
	@build-aux/run.sh

test:
	@build-aux/test.sh

bench:
	@build-aux/bench.sh

format:
	@build-aux/format.sh

screenshots:
	@build-aux/screenshots.sh

flatpak-test:
	@build-aux/flatpak-test.sh

newer-test:
	@build-aux/newer-test.sh

clean:
	rm -rf build build-asan build-bench build-flatpak
