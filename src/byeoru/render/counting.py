"""Compile templates so that they count their own work.

In:  the syntax tree of a template.
Out: Python code that pays for each iteration, each macro and each printed value through `budget`, `text` and `plain`
    of its environment (``sandbox``), and reads the attributes that ``reachable`` lists without a call.
Must not: change what a template prints.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from byeoru.render.budget import PART, STEP
from byeoru.render.reachable import READABLE
from byeoru.render.shell import SHARED


class CountingGenerator(CodeGenerator):
    """Generate code that counts iterations and printed values."""

    def __init__(self, *arguments: Any, **more: Any) -> None:  # noqa: ANN401
        """Take the arguments of Jinja."""
        super().__init__(*arguments, **more)
        self._read: dict[str | None, set[str]] = defaultdict(set)  # variables of the page that a block reads

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Insert a step before everything that can be repeated, and mark what belongs to the shell."""
        defines_macros_only = _defines_macros_only(node)
        for repeated in node.find_all((nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)):
            repeated.body.insert(0, _step(repeated))  # type: ignore[attr-defined]
        node.body.insert(0, _step(node))
        super().visit_Template(node, frame)
        for name, block in self.blocks.items():
            if self._read[name] and self._read[name] <= SHARED and _stands_alone(block):
                self.writeline(f"blocks[{name!r}] = environment.remembered(block_{name})")
        if defines_macros_only and self._read[None] <= SHARED:
            self.writeline("is_library, Macro = True, environment.library_macro")

    def enter_frame(self, frame: Frame) -> None:
        """Note which variables a block reads."""
        super().enter_frame(frame)
        self._read[frame.block].update(name for action, name in frame.symbols.loads.values() if action == "resolve")

    def write_commons(self) -> None:
        """Define the names by which the functions of a template count."""
        super().write_commons()
        self.writeline("budget = environment.budget")
        self.writeline("text, plain, readable = environment.text, environment.plain, environment.readable")

    def visit_ExprStmt(self, node: nodes.ExprStmt, frame: Frame) -> None:  # noqa: N802, ARG002
        """Write a step; no other code creates such a node, as the extension `do` is not enabled."""
        assert isinstance(node.node, nodes.Const)
        self.writeline(f"budget.left -= {node.node.value}", node)
        self.writeline("if budget.left < 0: budget.stop()", node)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        if frame.eval_ctx.volatile:
            self.write("(text if context.eval_ctx.autoescape else plain)(")
        else:
            self.write("text(" if frame.eval_ctx.autoescape else "plain(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write an attribute: of the types that list it, it is read here, which takes a third of the time of a call."""
        if node.attr not in READABLE:
            super().visit_Getattr(node, frame)
            return
        self.write(f"(got.{node.attr} if type(got := ")
        self.visit(node.node, frame)
        self.write(f") in readable[{node.attr!r}] else environment.getattr(got, {node.attr!r}))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002
        """Write a call, without the variables of the frame: no function here takes a context."""
        self.write("environment.call(context, ")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Write `~`, which is paid for before it runs."""
        escaping = "markup_join" if frame.eval_ctx.autoescape else "str_join"
        if frame.eval_ctx.volatile:
            escaping = "(markup_join if context.eval_ctx.autoescape else str_join)"
        self.write(f"environment.joined({escaping}, (")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802
        """Write a list, which can contain another list several times."""
        self._limited(super().visit_List, node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """Write a dictionary."""
        self._limited(super().visit_Dict, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802
        """Write a tuple, unless it is the target of an assignment."""
        if node.ctx == "load":
            self._limited(super().visit_Tuple, node, frame)
        else:
            super().visit_Tuple(node, frame)

    def _limited(self, visit: Callable[[Any, Frame], None], node: nodes.Expr, frame: Frame) -> None:
        self.write("environment.limited(")
        visit(node, frame)
        self.write(")")


def _stands_alone(block: nodes.Block) -> bool:
    """Tell whether a block reads nothing but variables: no other template, no other block, nothing around it."""
    named = {node.name for node in block.find_all(nodes.Name)}
    others = block.find_all((nodes.Block, nodes.Include, nodes.Import, nodes.FromImport))
    return named.isdisjoint({"self", "super"}) and not any(others)


def _defines_macros_only(template: nodes.Template) -> bool:
    """Tell whether a template is a library: macros that import nothing, and contain no macro of their own."""
    macros = [node for node in template.body if isinstance(node, nodes.Macro)]
    others = [node for node in template.body if not isinstance(node, nodes.Macro)]
    blanks = all(isinstance(data, nodes.TemplateData) for node in others for data in node.iter_child_nodes())
    used = (nodes.Macro, nodes.CallBlock, nodes.Include, nodes.Import, nodes.FromImport)
    return (
        blanks
        and all(isinstance(node, nodes.Output) for node in others)
        and not any(any(macro.find_all(used)) for macro in macros)
    )


def _step(node: nodes.Node) -> nodes.ExprStmt:
    """Return the first statement of a loop, a macro or a block: it pays for the text inside."""
    cost = STEP + _written(node.body)  # type: ignore[attr-defined]
    return nodes.ExprStmt(nodes.Const(cost, lineno=node.lineno), lineno=node.lineno)


def _written(body: list[nodes.Node]) -> int:
    """Return the cost of the characters and expressions of a body, without parts that pay for themselves."""
    total = 0
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, nodes.TemplateData):
            total += len(node.data)
        elif not isinstance(node, nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block):
            total += PART if isinstance(node, nodes.Expr) else 0
            waiting.extend(node.iter_child_nodes())
    return total
