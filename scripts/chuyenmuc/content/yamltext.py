"""YAML as staff mean it: every scalar stays the text that was typed, and each key knows its line.

YAML's own types would turn `title: 2026` into a number, `No` into false and a wrong date into a crash.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

DEEPEST = 12
Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class YamlProblem(ValueError):
    """What is wrong, where (1-based line within the YAML text) and how to mend it."""

    def __init__(self, message: str, line: int, fix: str) -> None:
        super().__init__(message)
        self.message, self.line, self.fix = message, line, fix


EXPLANATIONS = (
    ("mapping values are not allowed", "có dấu hai chấm “: ” trong giá trị", 'đặt cả giá trị trong dấu ngoặc kép "…"'),
    ("found a tab character", "có dấu tab đứng đầu dòng", "thay tab bằng dấu cách"),
    ("did not find expected key", "có chữ đứng sau dấu ngoặc kép đóng", "đặt cả giá trị trong một cặp ngoặc kép"),
    (
        "cannot start any token",
        "có dấu tab hoặc ký tự đặc biệt đứng đầu",
        "thay tab bằng dấu cách; đặt giá trị trong ngoặc kép",
    ),
    ("unexpected end of stream", "dấu ngoặc kép mở mà không đóng", "thêm dấu ngoặc kép ở cuối giá trị"),
    ("could not find expected ':'", "thiếu dấu hai chấm sau tên khóa", "viết theo mẫu “khóa: giá trị”"),
    ("expected ',' or ']'", "danh sách mở bằng “[” mà không đóng", "thêm “]” ở cuối danh sách"),
    ("expected ',' or '}'", "nhóm mở bằng “{” mà không đóng", "thêm “}” ở cuối nhóm, ở dòng này hoặc dòng trên"),
    (
        "expected <block end>",
        "dòng này thụt vào sai hoặc có dấu ngoặc kép thừa",
        "đặt các khóa thẳng hàng, mỗi khóa một dòng",
    ),
    (
        "expected '-' indicator",
        "dòng này không thẳng hàng với các khóa của mục ở trên",
        "đặt các khóa của một mục thẳng hàng với khóa đứng sau dấu “- ”",
    ),
    ("undefined alias", "giá trị bắt đầu bằng dấu *", 'đặt giá trị trong dấu ngoặc kép "…"'),
    ("unacceptable character", "có ký tự điều khiển không in được", "xóa ký tự lạ ở dòng này"),
)


def place(error: yaml.YAMLError, source: str) -> int:
    """The line to mend. What is never closed, or lacks its colon, is noticed only further down."""
    if isinstance(error, yaml.reader.ReaderError):
        return source.count("\n", 0, error.position) + 1
    begun = "quoted scalar" in str(error) or "simple key" in str(error)
    mark = (begun and getattr(error, "context_mark", None)) or getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 1


def explained(error: yaml.YAMLError, source: str) -> YamlProblem:
    text, line = str(error), place(error, source)
    for clue, message, fix in EXPLANATIONS:
        if clue in text:
            return YamlProblem(message, line, fix)
    return YamlProblem("sai cú pháp YAML", line, "viết mỗi dòng theo mẫu “khóa: giá trị”")


def refuse_aliases(root: yaml.Node) -> None:
    """An alias shares its node; nested ones grow to billions when read, so none is allowed."""
    seen: set[int] = set()
    todo = [root]
    while todo:
        node = todo.pop()
        if id(node) in seen:
            raise YamlProblem("dùng neo & và *", node.start_mark.line + 1, "viết lại giá trị cho đủ, không dùng neo")
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            todo += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            todo += node.value


def key_lines(root: yaml.MappingNode) -> dict[str, int]:
    lines: dict[str, int] = {}
    for key, _ in root.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise YamlProblem("tên khóa không phải là chữ", line, "viết theo mẫu “khóa: giá trị”")
        if key.value in lines:
            raise YamlProblem(
                f"khóa “{key.value}” viết hai lần (dòng {lines[key.value]} và {line})", line, "giữ lại một dòng"
            )
        lines[key.value] = line
    return lines


def refuse_depth(text: str) -> None:
    """Composing recurses, in C without any limit; events do not."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise YamlProblem("các nhóm lồng nhau quá sâu", line, "viết lại cho gọn, không lồng quá ba tầng")


def load(text: str) -> tuple[dict[str, Any], dict[str, int]]:
    """The mapping and the line of each of its top keys. Raises YamlProblem."""
    try:
        refuse_depth(text)
        loader = Loader(text)
        node = loader.get_single_node()
        if node is None:
            return {}, {}
        refuse_aliases(node)
        if not isinstance(node, yaml.MappingNode):
            raise YamlProblem("không thấy khóa nào", 1, "viết mỗi dòng theo mẫu “khóa: giá trị”")
        lines = key_lines(node)
        return loader.construct_document(node), lines
    except yaml.YAMLError as error:
        raise explained(error, text) from error


def places(node: yaml.Node, seen: set[int], path: str = "") -> Iterator[tuple[str, int]]:
    """Every key and list entry with its line: `extra.agency.phone`, `extra.agency.channels[1].url`."""
    if id(node) in seen:
        return  # an alias: where it was first written is told
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        named = [(f"{path}.{key.value}".lstrip("."), key, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        named = [(f"{path}[{number}]", entry, entry) for number, entry in enumerate(node.value, 1)]
    else:
        return
    for name, start, value in named:
        yield name, start.start_mark.line + 1
        yield from places(value, seen, name)


def load_whole(text: str) -> tuple[Any, dict[str, int]]:
    """A configuration and the line of whatever stands in it, at any depth. Raises YamlProblem."""
    try:
        refuse_depth(text)
        loader = Loader(text)
        node = loader.get_single_node()
        return (loader.construct_document(node), dict(places(node, set()))) if node else (None, {})
    except yaml.YAMLError as error:
        raise explained(error, text) from error


class TextHandler(YAMLHandler):
    """python-frontmatter's YAML, with texts kept as typed; remembers the lines of the keys it read last."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}
        self.typed = ""

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        self.typed = fm
        values, self.lines = load(fm)
        return values

    def inner_lines(self) -> dict[str, int]:
        """Of what stands inside the keys too; few files need it."""
        return load_whole(self.typed)[1]
