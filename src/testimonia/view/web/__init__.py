"""Web: the workbench, a local web page over one case. The only place that knows the web framework."""

from testimonia.view.web.workbench import serve, workbench

__all__ = ["serve", "workbench"]
