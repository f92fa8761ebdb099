# Two commands do everything: `make run` and `make test`.
.PHONY: env run test check bench screenshots lock translations clean

bin := .venv/bin
compiled := $(bin)/python packaging/translations.py --compile

env:
	@packaging/python-env.sh
	@$(compiled) >/dev/null 2>&1 || true # on a bare system once `make run` has brought the libraries

run: env
	@packaging/system-libraries.sh window
	@$(compiled)
	@$(bin)/pantau

test: env
	@packaging/system-libraries.sh test
	@$(compiled)
	@QT_QPA_PLATFORM=offscreen $(bin)/python -m pytest $(ARGS)

check: env
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/lint-imports
	$(bin)/python packaging/check_plain_text.py

bench: env
	@packaging/system-libraries.sh test
	@$(bin)/python tests/bench/run.py $(ARGS)

# Every page, filled by the drill, in both themes and sizes, into build/screenshots.
screenshots: env
	@packaging/system-libraries.sh test
	@$(bin)/python packaging/screenshots.py $(ARGS)

# After a change of dependencies in pyproject.toml.
lock: env
	$(bin)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header --group dev pyproject.toml --output-file requirements.lock

# Gathers new sentences of the window into resources/translations; `make env` compiles them.
translations: env
	@$(bin)/python packaging/translations.py

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
