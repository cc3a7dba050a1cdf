"""Pages: pure functions from a case to frozen page models, shared by the report and the workbench, so that both say the same."""
