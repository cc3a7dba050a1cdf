"""Names in Chinese, Japanese and Korean: only what words, marks and lists beside them show."""

from __future__ import annotations

import pytest

from testimonia.extract.mentions import find_mentions


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("ja", "ベルマのミロ・ハンセン市長は日曜、港について述べた。", {"ミロ・ハンセン": "person"}),
        ("ja", "沢村栄作首相は会見し、青空党の堀口代表を批判した。", {"沢村栄作": "person", "堀口": "person", "青空党": "organisation"}),
        ("ja", "元青空党の職員は、みなと工業で働いていた。", {"青空党": "organisation"}),
        ("ja", "船はカナダからオルム州ベルゴ市へ向かった。", {"カナダ": "place", "オルム州": "place", "ベルゴ市": "place"}),
        (
            "ja",
            "水産省は『海の声』という本についてKLM通信に答えた。",
            {"水産省": "organisation", "海の声": "work", "KLM通信": "organisation"},
        ),
        ("zh", "发言人韩立真说，渔港日报社批评《海之声》。", {"韩立真": "person", "海之声": "work"}),
        ("zh", "总统米洛·汉森周三在加拿大表示，汉森会去湖山大学。", {"米洛·汉森": "person", "汉森": "person", "加拿大": "place"}),
        ("zh", "记者在青石市见到了王永兰教授。", {"青石市": "place", "王永兰": "person"}),
        ("ko", "한도윤 시장은 캐나다에서 밀로 한센 장관과 만났다.", {"한도윤": "person", "캐나다": "place", "밀로 한센": "person"}),
        (
            "ko",
            "푸른바다당은 <바다의 소리> 기사를 KLM에 보냈다.",
            {"푸른바다당": "organisation", "바다의 소리": "work", "KLM": "organisation"},
        ),
    ],
)
def test_what_stands_beside_a_name_shows_it(read, language: str, text: str, names: dict[str, str]) -> None:
    found = {mention.name: mention.type for mention in find_mentions(read(text, language)) if mention.form == "name"}
    assert names.items() <= found.items()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "連邦政府は大都市の地元警察と協力し、両国首相は歴代大統領について話した。"),
        ("zh", "该国总统说，地方政府在大城市开会，有关部长没有到场。"),
        ("ko", "당시 대통령은 지방 정부의 담당 장관과 대도시에서 만났다. 역시 그랬다."),
    ],
)
def test_what_tells_nobody_from_others_is_no_name(read, language: str, text: str) -> None:
    assert [mention.name for mention in find_mentions(read(text, language)) if mention.form == "name"] == []


def test_a_surname_stands_for_the_name_with_a_dot(read) -> None:
    text = "ミロ・ハンセン市長は日曜に述べた。ハンセン氏は港を見た。"
    found = {mention.name: mention for mention in find_mentions(read(text, "ja")) if mention.form == "name"}
    antecedent = found["ハンセン"].antecedent
    assert antecedent is not None
    assert text[antecedent.start : antecedent.end] == "ミロ・ハンセン"


@pytest.mark.parametrize("language", ["ja", "ko", "zh"])
@pytest.mark.parametrize("text", ["市" * 5000, "ア・" * 5000, "王" * 5000 + "总统", "김 " * 5000, "《" * 5000, "A" * 5000])
def test_long_runs_are_read_in_time(read, language: str, text: str) -> None:
    assert all(mention.end <= len(text) for mention in find_mentions(read(text, language)))
