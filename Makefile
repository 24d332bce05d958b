# Two commands: `make run` and `make test`. Each prepares what it needs; a second run is quick.
python := .venv/bin/python
fonts := assets/fonts/node_modules/.package-lock.json
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test check bench faults faults-full pictures binary windows portable setup lock
.DELETE_ON_ERROR:

run: setup
	@.ci/start.sh

test: .venv/.dev $(fonts)
	@.ci/setup.sh screen
	LC_ALL=C.UTF-8 $(python) -m pytest --numprocesses auto $(ARGS)

check: .venv/.dev
	$(python) -m ruff format --check .
	$(python) -m ruff check .
	$(python) -m mypy
	$(python) -m mypy --platform win32

bench: .venv/.dev $(fonts)
	@.ci/setup.sh screen
	$(python) -m tests.benchmarks

faults: .venv/.dev $(fonts)
	@.ci/setup.sh faults
	LC_ALL=C.UTF-8 $(python) -m tests.faults

faults-full: .venv/.dev $(fonts)
	@.ci/setup.sh faults
	LC_ALL=C.UTF-8 $(python) -m tests.faults --full

pictures: .venv/.dev $(fonts)
	@.ci/setup.sh screen
	$(python) -m tests.pictures

# dist/: the one file and the folder build for Linux systems like this one, tried as they are given away.
binary: .venv/.dev $(fonts)
	@.ci/setup.sh screen
	@.ci/setup.sh binary
	$(python) -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build build.spec
	for program in dist/lianxin dist/lianxin-folder/lianxin; do \
	  LIANXIN_FROZEN="$(CURDIR)/$$program" LC_ALL=C.UTF-8 $(python) -m pytest tests/frozen || exit 1; done

# dist/windows: the .exe and the folder build, made and tried under Wine.
windows: .venv/.dev $(fonts)
	@.ci/setup.sh screen
	@.ci/windows.sh

# dist/portable/: the same for Linux with glibc 2.31, as Kylin V10 SP1 has it, tried in a bare Debian bullseye.
portable: .venv/.dev $(fonts)
	@.ci/portable.sh

# Without npm the program still runs, with a font of the system: so only tests insist on the pinned ones.
setup: .venv/.runtime
	@$(MAKE) -s --no-print-directory $(fonts) || \
	  echo "将使用系统中的中文 TrueType 字体打印 / printing will use a Chinese TrueType font of the system."

.venv/.runtime: requirements.txt .ci/setup.sh
	.ci/setup.sh venv
	$(python) -m pip install -q --require-hashes -r requirements.txt
	@touch $@

.venv/.dev: .venv/.runtime requirements-dev.txt
	$(python) -m pip install -q --require-hashes -r requirements-dev.txt
	@touch $@

$(fonts): assets/fonts/package-lock.json assets/fonts/package.json
	@.ci/setup.sh fonts
	@touch $@

# After changing a range in pyproject.toml. Universal: the same lock serves Windows, ARM and newer Pythons.
lock := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url
lock:
	$(lock) pyproject.toml -o requirements.txt
	$(lock) --group dev -c requirements.txt -o requirements-dev.txt
