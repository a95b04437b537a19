"""The report in a real browser: it filters, it sorts, it asks nobody for anything."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

import papercat as pc
from papercat import Paper
from papercat.dedup import Group, Pair
from papercat.report import render

CHROMIUM, DRIVER = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --window-size=1200,1600"
).split()
HOSTILE = Paper(title='<img src=x onerror="document.title=1"><script>document.title=1</script>', year=1999)

pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver (Debian: chromium-driver)")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for option in (*OPTIONS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=str(DRIVER)))
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def page(browser: webdriver.Chrome, one: pc.Catalog, tmp_path_factory: pytest.TempPathFactory) -> webdriver.Chrome:
    path = tmp_path_factory.mktemp("report") / "report.html"
    cases = [Group((HOSTILE, one[0]), (Pair(0, 1, 9.0),), "maybe", refusals=("<b>not joined</b>",))]
    path.write_text(render([*one, HOSTILE], [*one.keys, "hostile"], one.issues, cases), encoding="utf-8")
    browser.get(path.as_uri())
    return browser


def column(page: webdriver.Chrome, number: int) -> list[str]:
    rows = page.find_elements(By.CSS_SELECTOR, "#table tbody tr")
    return [row.find_elements(By.TAG_NAME, "td")[number].text for row in rows if row.is_displayed()]


def logged(page: webdriver.Chrome, kind: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = page.get_log(kind)  # type: ignore[no-untyped-call]
    return entries


def test_a_filter_leaves_what_has_all_its_words(page: webdriver.Chrome, one: pc.Catalog) -> None:
    field = page.find_element(By.ID, "filter")
    field.send_keys("lukosiute PEREZ")
    assert column(page, 0) == ["perez2022discovering"]
    assert page.find_element(By.ID, "shown").text == "1"
    field.clear()
    field.send_keys(" ")
    assert len(column(page, 0)) == len(one) + 1


def test_a_click_sorts_and_the_next_one_the_other_way(page: webdriver.Chrome) -> None:
    head = page.find_element(By.CSS_SELECTOR, "#table thead th:nth-child(2) button")
    head.click()
    years = [year for year in column(page, 1) if year]
    assert years == sorted(years)
    assert years[0] == "1999"
    head.click()
    shown = column(page, 1)
    assert [year for year in shown if year] == sorted(years, reverse=True)
    assert shown[-1] == ""


def test_nothing_is_asked_for_and_nothing_fails(page: webdriver.Chrome) -> None:
    events = [json.loads(entry["message"])["message"] for entry in logged(page, "performance")]
    asked = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
    assert [address for address in asked if not address.startswith(("file:", "data:", "chrome:"))] == []
    assert [entry for entry in logged(page, "browser") if entry["level"] == "SEVERE"] == []
    outside = "return [...document.querySelectorAll('[src],[href]')].map(e => e.getAttribute('src') || e.getAttribute('href'))"
    assert all(address.startswith("#") for address in page.execute_script(outside))


def test_a_hostile_title_is_text(page: webdriver.Chrome) -> None:
    assert page.title == "papercat"
    assert page.find_elements(By.CSS_SELECTOR, "img, #table script") == []
    assert any("<script>" in title for title in column(page, 3))


def test_a_picture_is_kept(page: webdriver.Chrome, tmp_path: Path) -> None:
    assert page.save_screenshot(str(tmp_path / "report.png"))
    assert (tmp_path / "report.png").stat().st_size > 10_000


def test_a_page_with_long_words_is_no_wider_than_its_window(browser: webdriver.Chrome, tmp_path: Path) -> None:
    path = "a_folder_with_a_long_name" * 8
    source = pc.Source(name=path, line=1, start=0, end=1)
    venue = "Proceedings of the 19th Conference of the European Chapter of the Association for Computational Linguistics"
    papers = [Paper(title=f"On {path}", year=1800, venue=venue, doi=f"10.1000/{path}", sources=(source,)), Paper(title="Late", year=2024)]
    issues = [pc.Issue(code="text-unread", message=path, source=source)]
    (tmp_path / "wide.html").write_text(render(papers, [path, "late"], issues), encoding="utf-8")
    browser.get((tmp_path / "wide.html").as_uri())
    browser.execute_script("for (const one of document.querySelectorAll('details')) one.open = true")
    assert browser.execute_script("const all = document.documentElement; return all.scrollWidth - all.clientWidth") == 0
    assert browser.execute_script("const one = document.querySelector('.wide'); return one.scrollWidth - one.clientWidth") == 0
