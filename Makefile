# Two commands are enough on a fresh machine with Python and make: `make demo` and `make test`.

# The first Python on the path that the course runs on
SUITABLE := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
PYTHON ?= $(shell for p in python3 python3.12 python3.11 python3.13 python; do \
	$$p -c '$(SUITABLE)' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
HIDDENLAYERS := $(BIN)/hiddenlayers
CHAPTERS ?= 02
STUDENTS ?= $(if $(filter all,$(CHAPTERS)),6,30)
CHOSEN = $(filter-out all,$(CHAPTERS))

.DEFAULT_GOAL := help
.PHONY: help demo test test-slow lab notebooks site verify bench lint clean

help: ## Say what each command does
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

.venv/installed: requirements.txt pyproject.toml
	@$(or $(PYTHON),false) -c '$(SUITABLE)' || \
		{ echo "The course needs Python 3.11, 3.12 or 3.13: install one, or name it with make PYTHON=..."; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --requirement requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: .venv/installed ## Grade a class of made-up students in build/demo (CHAPTERS=all for every chapter)
	$(HIDDENLAYERS) demo-class build/demo --students $(STUDENTS) $(CHOSEN)
	$(HIDDENLAYERS) grade --course-dir build/demo --cell-seconds 15 || test $$? -eq 1
	$(HIDDENLAYERS) feedback --course-dir build/demo
	$(HIDDENLAYERS) demo-class build/demo --compare

# Two processes at a time, whatever the machine: each holds TensorFlow, and grades with processes of its own.
# The tests of one file share what took long to make.
PYTEST = $(BIN)/pytest --numprocesses 2 --dist loadfile

test: .venv/installed ## Run the tests
	$(PYTEST) -m "not slow"

test-slow: .venv/installed ## Run those that take minutes
	$(PYTEST) -m "slow and not long"

lab: .venv/installed ## Open the chapters in JupyterLab
	$(BIN)/jupyter lab --LabApp.default_url=/lab/tree/release

notebooks: .venv/installed ## Execute the chapters for readers, on the real data where it is there
	$(HIDDENLAYERS) build --execute

site: .venv/installed ## Build the site in both languages, in site/
	$(HIDDENLAYERS) site

verify: .venv/installed ## Prove by running that every check judges right
	$(HIDDENLAYERS) verify

bench: .venv/installed ## Time the grader against nbgrader's own (ten minutes; CHAPTERS=all for the rest)
	$(BIN)/python benchmarks/grading.py $(CHAPTERS)

lint: .venv/installed ## Check the code and, without running them, the chapters
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(HIDDENLAYERS) build --check

clean: ## Remove what was built here (the gradebook and the class stay)
	rm -rf build site .venv .pytest_cache .ruff_cache
