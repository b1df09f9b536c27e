# tercet: `make run` builds and opens the shell on the seed report; `make help` lists the rest.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
SOURCES ?= seeds
W3C ?= ../shared/w3c
BENCH ?= ../shared/bench
BUILD_PACKAGES = libedit-dev zlib1g-dev libpcre2-dev libexpat1-dev libxml2-dev libcurl4-openssl-dev
TEST_PACKAGES = python3-pexpect python3-pyte
# What a test uses when it is there, and skips when it is not.
OPTIONAL_TEST_PACKAGES = raptor2-utils graphviz
RELEASE = .build/release/tercet
SHARE = $(DESTDIR)$(PREFIX)/share

.PHONY: captures extras help run build test test-packages conformance bench lint format install uninstall clean packages figures

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

packages:
	@scripts/install-missing $(BUILD_PACKAGES)

build: packages
	$(SWIFT) build -c release --product tercet

run: build ## Build and open the shell on the seed report (SOURCES=… for others)
	@$(RELEASE) $(SOURCES)

test: packages ## Build once, run every test, the terminal's too
	@scripts/install-missing --optional $(TEST_PACKAGES) $(OPTIONAL_TEST_PACKAGES)
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	@scripts/terminal-tests .build/debug/tercet

extras: ## Install what some tests use when it is there: Spark, a SPARQL server, Java
	@scripts/install-extras

conformance: packages ## Run the W3C's tests (W3C=../shared/w3c)
	W3C="$(abspath $(W3C))" $(SWIFT) test --filter ConformanceTests

bench: packages ## Measure speed and memory beside other stores (BENCH=../shared/bench)
	$(SWIFT) build -c release
	.build/release/tercet-bench load
	.build/release/tercet-bench export
	python3 scripts/bench.py --harness $(BENCH)

figures: packages ## Measure what is read, and write docs/figures.md (TERCET_DATA=../shared)
	$(SWIFT) build -c release
	scripts/figures.py

captures: packages ## Draw the pictures of docs/ from real terminals
	@scripts/install-missing --optional $(TEST_PACKAGES)
	$(SWIFT) build --product tercet
	/usr/bin/python3 scripts/captures .build/debug/tercet

lint: ## Check the sources' format
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

format: ## Put the sources into the checked-in format
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

install: build ## Install under PREFIX (/usr/local), with completions and the manual
	install -d $(SHARE)/man/man1 $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions \
	  $(SHARE)/fish/vendor_completions.d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/tercet
	$(RELEASE) --generate-manual > $(SHARE)/man/man1/tercet.1
	$(RELEASE) --generate-completion-script bash > $(SHARE)/bash-completion/completions/tercet
	$(RELEASE) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_tercet
	$(RELEASE) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/tercet.fish

uninstall: ## Remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/tercet $(SHARE)/man/man1/tercet.1 \
	  $(SHARE)/bash-completion/completions/tercet $(SHARE)/zsh/site-functions/_tercet \
	  $(SHARE)/fish/vendor_completions.d/tercet.fish

clean: ## Remove what was built
	$(SWIFT) package clean
	rm -rf .build
