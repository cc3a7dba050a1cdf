"""Report: the whole case as one self-contained HTML file that can be read on a phone, printed and sent."""

from testimonia.view.report.report import write_report

__all__ = ["write_report"]
