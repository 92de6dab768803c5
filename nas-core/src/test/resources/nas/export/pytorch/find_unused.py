"""Names what Python files import or define without using it, but for what they are made for."""

import ast
import sys

MADE_FOR = {"load", "encode", "predict", "main", "_"}

for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    defined = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            defined.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node in tree.body:
            defined.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            defined.add(node.id)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    fields = {
        field.target.id
        for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
        for field in node.body if isinstance(field, ast.AnnAssign)
    }
    for name in sorted(defined - used - fields - MADE_FOR):
        print(f"{path}: {name}")
