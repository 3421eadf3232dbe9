# Two commands matter: make run, make test. The work is done in build-aux/; meson is the build.

.PHONY: run test bench finder-report format clean

run:
	@build-aux/run.sh

test:
	@build-aux/test.sh

bench:
	@build-aux/bench.sh

finder-report:
	@build-aux/finder-report.sh

format:
	@build-aux/format.sh

clean:
	rm -rf build build-asan
