"""The JSON twins described by OpenAPI, made from the page table and the page models' own types."""

from __future__ import annotations

import dataclasses
import types
import typing
from typing import Any

import testimonia
from testimonia.base.codec import field_types
from testimonia.view.web.pages import PAGES, Page

PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}


def description() -> dict[str, Any]:
    """The whole description."""
    schemas: dict[str, Any] = {}
    paths = {twin(page): {"get": operation(page, schemas)} for page in PAGES}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Testimonia workbench",
            "version": testimonia.__version__,
            "description": "Every page as JSON, on this machine only.",
        },
        "paths": paths,
        "components": {"schemas": dict(sorted(schemas.items()))},
    }


def twin(page: Page) -> str:
    """The address of a page's JSON twin."""
    return "/overview.json" if page.path == "/" else f"{page.path}.json"


def operation(page: Page, schemas: dict[str, Any]) -> dict[str, Any]:
    """One page's twin."""
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "query", "description": told, "schema": {"type": "string"}} for name, told in page.asks.items()
    ]
    if "{id}" in page.path:
        parameters.insert(0, {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}})
    shown = {"description": page.title, "content": {"application/json": {"schema": schema(page.model, schemas)}}}
    return {"operationId": page.name, "summary": page.title, "parameters": parameters, "responses": {"200": shown}}


def schema(hint: Any, schemas: dict[str, Any]) -> dict[str, Any]:
    """The JSON schema of a type; records go to `schemas` and are pointed at."""
    if hint in PLAIN:
        return PLAIN[hint]
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [{"type": "null"} if arg is type(None) else schema(arg, schemas) for arg in args]}
    if origin is tuple:
        return {"type": "array", "items": schema(args[0], schemas) if len(args) == 2 and args[1] is Ellipsis else {}}
    if origin is dict:
        return {"type": "object", "additionalProperties": schema(args[1], schemas)}
    if dataclasses.is_dataclass(hint):
        return record(hint, schemas)
    return {}


def record(hint: Any, schemas: dict[str, Any]) -> dict[str, Any]:
    """A record, once."""
    name = hint.__name__
    if name not in schemas:
        schemas[name] = {}
        fields = {field: schema(kind, schemas) for field, kind in field_types(hint).items()}
        schemas[name] = {"type": "object", "description": (hint.__doc__ or "").strip(), "properties": fields, "required": sorted(fields)}
    return {"$ref": f"#/components/schemas/{name}"}
