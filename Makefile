# make build: cài đặt, kiểm tra nội dung, vẽ ảnh, dựng trang     make serve: xem thử trên máy mình
# make test: chạy mọi kiểm thử    make lint: soát mã    make bench: đo tốc độ    make lighthouse: chấm điểm trang
# make lock: ghim lại các gói    make clean: dọn tệp sinh ra
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

.PHONY: build serve check images test lint bench lighthouse lock clean install install-dev

build: install
	$(BIN)/chuyenmuc build

serve: install
	$(BIN)/chuyenmuc serve

check: install
	$(BIN)/chuyenmuc check

images: install
	$(BIN)/chuyenmuc images

test: install-dev
	$(BIN)/python scripts/browser.py
	$(BIN)/python scripts/web_tools
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: install-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: install-dev
	$(BIN)/python scripts/bench

lighthouse: install-dev
	$(BIN)/python scripts/lighthouse.py

lock: install-dev
	$(BIN)/python scripts/lock.py

install:
	@$(PYTHON) scripts/install.py

install-dev:
	@$(PYTHON) scripts/install.py --dev

clean:
	rm -rf build site .pytest_cache .mypy_cache .ruff_cache .hypothesis
