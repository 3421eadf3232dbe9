# Two commands matter: make run, make test. The work is done in build-aux/; meson is the build.

.PHONY: run test bench fuzz atlas-report finder-report figure-report format screenshots flatpak-test newer-test clean

run:
	@build-aux/run.sh

test:
	@build-aux/test.sh

bench:
	@build-aux/bench.sh

# Ten minutes of a fuzzer on the readers of files; SECONDS=N for longer or shorter.
fuzz:
	@build-aux/fuzz.sh $(SECONDS)

finder-report:
	@build-aux/finder-report.sh

# What the atlas holds, group by group, and what is missing.
atlas-report:
	@build-aux/atlas-report.py

format:
	@build-aux/format.sh

# What is wrong with the drawing; AGAINST=DIR holds it against a measurement.
figure-report:
	@build-aux/install.sh build figure
	@build-aux/setup.sh build
	@/usr/bin/python3 build-aux/figure.py check $(if $(AGAINST),--against "$(AGAINST)")

screenshots:
	@build-aux/screenshots.sh

flatpak-test:
	@build-aux/flatpak-test.sh

newer-test:
	@build-aux/newer-test.sh

clean:
	rm -rf build build-asan build-bench build-flatpak build-fuzz
