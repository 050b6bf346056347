from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from chuyenmuc.content.agency import settings
from chuyenmuc.content.links import OFFICE, PICTURES
from chuyenmuc.project import Project
from chuyenmuc.site.mounting import policy
from chuyenmuc.site.mounting.servers import FILES, snippets, write_servers


def rewritten(desk, *changes: tuple[str, str]) -> dict[str, str]:
    text = (desk.root / "mkdocs.yml").read_text("utf-8")
    for old, new in changes:
        text = text.replace(old, new)
    desk.write("mkdocs.yml", text)
    return {name: made.decode() for name, made in snippets(desk.project, settings(desk.project)).items()}


def test_every_server_sends_the_same_headers(desk) -> None:
    hosts = "    responsible: Văn phòng Sở\n    embed_hosts: [https://cong.mau.gov.vn]\n"
    made = rewritten(desk, ("    responsible: Văn phòng Sở\n", hosts))
    policy_told = policy.in_header(["https://cong.mau.gov.vn"])
    assert policy_told.endswith("frame-ancestors 'self' https://cong.mau.gov.vn")
    assert f'add_header Content-Security-Policy "{policy_told}" always;' in made["nginx.conf"]
    assert f'Header always set Content-Security-Policy "{policy_told}"' in made[".htaccess"]
    headers = {each.get("name"): each.get("value") for each in ElementTree.fromstring(made["web.config"]).iter("add")}
    assert headers["Content-Security-Policy"] == policy_told
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_they_follow_the_address_of_the_site(desk) -> None:
    made = rewritten(desk)
    assert "server_name so.mau.gov.vn;" in made["nginx.conf"] and "location ^~ /nq57/ {" in made["nginx.conf"]
    assert "listen [::]:80;" in made["nginx.conf"]
    assert "location ^~ /nq57/ {" in made["nginx-cong.conf"]
    assert "proxy_set_header Host so.mau.gov.vn;" in made["nginx-chuyen-tiep.conf"]
    assert "ErrorDocument 404 /nq57/404.html" in made[".htaccess"]
    at_root = rewritten(desk, ("/nq57/", "/"))
    assert "location = / {" not in at_root["nginx.conf"] and "error_page 404 /404.html;" in at_root["nginx.conf"]
    assert "location ^~ / {" in at_root["nginx.conf"]


def test_names_of_servers_are_names(desk) -> None:
    made = rewritten(desk, ("https://so.mau.gov.vn/", "https://so.mau.gov.vn:8090/"))
    assert "server_name so.mau.gov.vn;" in made["nginx.conf"] and "8090" not in "".join(made.values())


@pytest.mark.parametrize(
    ("address", "told"),
    [("", "Chuyên mục chưa khai báo địa chỉ."), ("site_url: https://so.mau.gov.vn\n", "Địa chỉ so.mau.gov.vn là cả")],
)
def test_a_portal_is_given_nothing_that_would_swallow_it(desk, address: str, told: str) -> None:
    made = rewritten(desk, ("site_url: https://so.mau.gov.vn/nq57/\n", address))
    for name in ("nginx-cong.conf", "nginx-chuyen-tiep.conf"):
        assert told in made[name] and all(line.startswith("#") for line in made[name].splitlines() if line)


def test_a_portal_has_the_very_rules_of_a_server_of_its_own(desk) -> None:
    made = rewritten(desk)
    own = {line.strip() for line in made["nginx.conf"].splitlines()}
    rules = [line.strip() for line in made["nginx-cong.conf"].splitlines() if line and not line.startswith("#")]
    assert len(rules) > 40 and [line for line in rules if line not in own] == []


def test_every_server_knows_what_may_be_published(desk) -> None:
    made = rewritten(desk)
    endings = [ending.removeprefix(".") for ending in sorted(PICTURES | OFFICE)]
    for ending in [*endings, "css", "js", "html", "xml", "ics", "json", "webmanifest", "svg", "woff2", "wasm"]:
        assert re.search(rf"^ +\S+/\S+ (?:\S+ )*{ending}[ ;]", made["nginx.conf"], re.M), ending
        assert re.search(rf"AddType \S+ (?:\S+ )*\.{ending}\b", made[".htaccess"]), ending
        assert ending == "html" or f'mimeMap fileExtension=".{ending}"' in made["web.config"], ending
    kinds = re.findall(r"^ +\S+/\S+ ((?:[a-z0-9_]+ ?)+);$", made["nginx-cong.conf"].partition("types {")[2], re.M)
    known = [ending for kind in kinds for ending in kind.split()]
    assert len(known) == len(set(known))


def test_a_trial_is_kept_from_search_engines_by_the_server_too(desk) -> None:
    assert "X-Robots-Tag" not in rewritten(desk)["nginx.conf"]
    trial = ("    name: Sở Mẫu\n", "    name: Sở Mẫu\n    trial: true\n")
    assert 'X-Robots-Tag "noindex"' in rewritten(desk, trial)["nginx.conf"]


def test_they_are_written_beside_the_site(desk) -> None:
    write_servers(desk.project, settings(desk.project))
    folder = desk.project.build / "may-chu"
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    assert not any("{{" in path.read_text("utf-8") or "{%" in path.read_text("utf-8") for path in folder.iterdir())


def test_without_an_address_they_still_stand(desk) -> None:
    made = rewritten(desk, ("site_url: https://so.mau.gov.vn/nq57/\n", ""))
    assert "server_name _;" in made["nginx.conf"]


def test_pages_may_do_nothing_that_the_policy_does_not_name() -> None:
    assert policy.in_page().startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; ")
    assert "unsafe-inline" not in policy.in_page() and "frame-ancestors" not in policy.in_page()
    assert re.findall(r"https?://[^ ;]+", policy.in_page()) == ["https://www.youtube-nocookie.com"]
    assert "script-src 'self' file: 'wasm-unsafe-eval'" in policy.from_files()


def test_an_agency_s_own_snippet_wins(desk) -> None:
    desk.write("templates/servers/nginx.conf", "# {{ site_name }}\n")
    assert rewritten(desk)["nginx.conf"] == "# Chuyên mục mẫu\n"
    assert Path(Project(desk.root).find("templates/servers/nginx.conf")).is_relative_to(desk.root)
