# make build     the command, optimised: .build/release/mynumber
# make test      every test
# make check     the format, the build with warnings as errors, the fences between rooms
# make format    writes every Swift file in the house's format
# make demo      makes a vault of the sample company in ./demo and works with it
# make bench     measures against the same work in C
# make install   the command, its policies and bundles, under PREFIX (DESTDIR is honoured)
# make clean     removes what was built, and ./demo
# make help      prints this list
#
# JOBS=2 is how many compilers run at once; PREFIX=/usr/local is where to install.

JOBS ?= 2
PREFIX ?= /usr/local
DESTDIR ?=
DEMO_DIR ?= demo
SOURCES = Sources Tests Package.swift
RELEASE = swift build --configuration release --jobs $(JOBS)

.PHONY: help build test check lint format demo bench install clean packages test-packages

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

packages:
	@.ci/packages

test-packages:
	@.ci/packages tests

build: packages
	$(RELEASE) --product mynumber

test: test-packages
	swift test --disable-xctest --jobs $(JOBS)

check: lint packages
	swift build --build-tests --jobs $(JOBS)
	swift test --disable-xctest --skip-build --filter ArchitectureTests

lint:
	swift format lint --strict --recursive $(SOURCES)

format:
	swift format --in-place --recursive $(SOURCES)

demo: packages
	$(RELEASE) --product mynumber
	@DEMO_DIR="$(DEMO_DIR)" MYNUMBER="$$($(RELEASE) --show-bin-path)/mynumber" Samples/demo.sh

bench: packages
	swift build --package-path Tests/Bench --configuration release --jobs $(JOBS)
	@bench="$$(swift build --package-path Tests/Bench --configuration release --show-bin-path)/bench"; \
	cd Tests/Bench && "$$bench" bulk && "$$bench" small && "$$bench" memory && \
	"$$bench" purge && "$$bench" verify && "$$bench" slips && "$$bench-pages" && "$$bench-pages" slips

install: packages
	$(RELEASE) --product mynumber
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/mynumber"
	install -m 755 "$$($(RELEASE) --show-bin-path)/mynumber" "$(DESTDIR)$(PREFIX)/bin/mynumber"
	rm -rf "$(DESTDIR)$(PREFIX)/share/mynumber/Policies"
	cp -R Policies "$(DESTDIR)$(PREFIX)/share/mynumber/Policies"
	chmod -R u=rwX,go=rX "$(DESTDIR)$(PREFIX)/share/mynumber"
	for bundle in "$$($(RELEASE) --show-bin-path)"/*.resources; do \
	  if [ -d "$$bundle" ]; then cp -R "$$bundle" "$(DESTDIR)$(PREFIX)/bin/"; fi; \
	done

clean:
	swift package clean
	@if [ -f "$(DEMO_DIR)/.mynumber-demo" ]; then rm -rf "$(DEMO_DIR)"; fi
