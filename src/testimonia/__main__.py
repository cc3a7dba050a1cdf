"""`python -m testimonia`."""

from testimonia.app.cli import main

if __name__ == "__main__":  # the guard matters: worker processes import this module
    main(prog_name="testimonia")
