"""The desk in a real Chromium: from the brief to the words, without script and without the network."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest

from sitroom.annotate.engine import Language
from sitroom.desk import Desk

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--window-size=1280,900",
)  # fmt: skip
REPORTS = {
    "first.txt": "Paris, 4 March 2019\n\n😀 French President Emmanuel Macron spoke by phone with German Chancellor "
    "Angela Merkel on Monday for 40 minutes.\n\n" + "Nothing else of note took place in the city.\n\n" * 60 +
    "Macron warned that France would impose sanctions on Iran if Tehran tests the missile.\n",
    "second.txt": "Berlin, 5 March 2019\n\nGerman Chancellor Angela Merkel held a phone call with French President "
    "Emmanuel Macron on March 4.\n\nMerkel plans to meet Macron in Berlin on March 12, a spokesman said.\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, nlp: Language) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("desk")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Desk.open(folder / "story.db", nlp=nlp) as desk:
        desk.add([folder / name for name in REPORTS])
        desk.build()
    command = [sys.executable, "-m", "sitroom", "serve", str(folder / "story.db"), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        line = server.stdout.readline()
        assert "http://127.0.0.1:" in line, line
        yield next(word for word in line.split() if word.startswith("http://"))
    finally:
        server.terminate()
        server.communicate(timeout=20)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    if not CHROMIUM or not DRIVER:
        pytest.skip("no Chromium with its driver on this machine (Debian: chromium, chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (*ARGUMENTS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    made = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=DRIVER))
    try:
        yield made
    finally:
        made.quit()


def requested(browser: Any) -> set[str]:
    """Hosts that pages asked for since the last time."""
    hosts = set()
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            hosts.add(urlparse(message["params"]["request"]["url"]).hostname or "")
    return hosts


def one(browser: Any, selector: str) -> Any:
    return browser.find_element("css selector", selector)


def test_from_the_brief_to_the_words(browser: Any, address: str) -> None:
    browser.get(address)
    assert "Macron" in one(browser, "main").text
    summary = one(browser, ".sentences summary")
    passage = one(browser, ".sentences details")
    assert not passage.find_element("css selector", "blockquote").is_displayed()
    summary.click()
    assert passage.find_element("css selector", "blockquote").is_displayed(), "the evidence is one click away"
    quoted = passage.find_element("css selector", "mark").text
    passage.find_element("css selector", "figcaption a").click()
    marked = " ".join(e.text for e in browser.find_elements("css selector", ".text .asked"))
    assert "".join(marked.split()) == "".join(quoted.split())
    assert "emmanuel macron" in marked.lower()
    note = one(browser, ".notes a[href^='/items/']")
    note.click()
    assert one(browser, ".page.detail h1").text


def test_words_far_down_are_scrolled_to_and_marked_beyond_the_basic_plane(browser: Any, address: str) -> None:
    browser.get(f"{address}positions?about=sanctions")
    one(browser, "table.view .words a.source").click()
    time.sleep(0.3)
    marked = one(browser, "#at")
    assert "France would impose" in "".join(e.text for e in browser.find_elements("css selector", ".text .asked"))
    top = browser.execute_script("return arguments[0].getBoundingClientRect().top", marked)
    assert 0 <= top < 900, "the words are in view"
    assert browser.execute_script("return window.scrollY") > 0


def test_the_filter_works_without_script(browser: Any, address: str) -> None:
    browser.get(f"{address}contacts")
    field = one(browser, "#f-actor")
    field.send_keys("Merkel")
    field.submit()
    assert "actor=Merkel" in browser.current_url
    assert "Merkel" in one(browser, "table.view").text
    one(browser, "nav a[href^='/timeline']").click()
    assert "actor=Merkel" in browser.current_url, "the filter stays"


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_refused(browser: Any, address: str) -> None:
    requested(browser)
    for path in ("", "timeline", "contacts", "positions", "agenda", "figures", "compare", "statements", "actors",
                 "articles"):  # fmt: skip
        browser.get(address + path)
        assert one(browser, "h1").text
        wide = browser.execute_script("return document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, f"/{path} is wider than the window"
    assert requested(browser) <= {"127.0.0.1", ""}
    assert [e for e in browser.get_log("browser") if e["level"] == "SEVERE"] == []


def test_the_brief_as_a_file_opens_offline(browser: Any, address: str, tmp_path: Path, nlp: Language) -> None:
    from sitroom.views.brief import compose
    from sitroom.views.rendering import to_html

    (tmp_path / "first.txt").write_text(REPORTS["first.txt"], encoding="utf-8")
    with Desk.open(nlp=nlp) as desk:
        desk.add([tmp_path / "first.txt"])
        desk.build()
        record = desk.record()
    page = tmp_path / "brief.html"
    page.write_text(to_html(compose(record, "A brief"), record), encoding="utf-8")
    requested(browser)
    browser.get(page.as_uri())
    assert one(browser, "h1").text == "A brief"
    one(browser, "summary").click()
    assert one(browser, "blockquote").is_displayed()
    assert requested(browser) <= {""}
