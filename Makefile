# What may be done here; `make` alone lists it. Everything but the installation works without a network.

SHELL := /bin/sh
.DEFAULT_GOAL := help

bin := node_modules/.bin
installed := node_modules/.installed
judges := node_modules/.cache/judges
signalbox := $(bin)/tsx --conditions=signalbox-source generators/main.ts
together := $(MAKE) --no-print-directory --keep-going --jobs=2

# For one run: make test VITEST_FLAGS='test/write --reporter=verbose'
VITEST_FLAGS ?=

.PHONY: help build test check golden install judges node types lint unused drift

help: ## Say this.
	@echo 'Signalbox compiles the definitions in definitions/ into out/.'
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: install ## Install what is missing, check the types and compile every stack into out/.
	@$(signalbox) build

test: install judges ## Run all tests; fetches promtool and amtool when they are missing.
	@PATH="$(CURDIR)/$(judges):$$PATH" $(bin)/vitest run $(VITEST_FLAGS)

check: install ## Check types, lint, unused code and whether out/ is up to date, in seconds.
	@$(together) types lint unused drift

golden: install ## Rewrite the expected outputs of the tests and show what changed.
	@UPDATE_GOLDEN=1 $(bin)/vitest run test/cases test/runbooks --update
	@git --no-pager diff --stat -- test
	@git status --short -- test | grep '^??' || true

install: node $(installed)

$(installed): package-lock.json
	@npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

node:
	@command -v node >/dev/null || { echo 'Signalbox needs Node.js 20.19 or newer (https://nodejs.org), and there is no node here.' >&2; exit 1; }
	@node -e 'const [major, minor] = process.versions.node.split(".").map(Number); if (major < 20 || (major === 20 && minor < 19)) { console.error("Signalbox needs Node.js 20.19 or newer (https://nodejs.org); this is " + process.version + "."); process.exit(1); }'

judges:
	@.ci/install-judges $(judges)

types:
	@$(bin)/tsc -p tsconfig.json

lint:
	@$(bin)/biome check --error-on-warnings

unused:
	@$(bin)/knip --no-progress

drift:
	@$(signalbox) check --no-types
