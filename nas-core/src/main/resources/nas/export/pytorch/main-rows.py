import argparse
import os
import sys
import zlib


def main():
    """Predicts for the rows of a file and returns the exit code: 2 where that cannot be read."""
    parser = argparse.ArgumentParser(description="Writes a table again, with what is predicted added to each row.")
    parser.add_argument("file", nargs="?", help="a CSV file with the names of its columns, else standard input")
    parser.add_argument("--delimiter", default=",", help="the character between cells, else a comma")
    parser.add_argument("--quote", default='"', help="the character around cells, else a quotation mark")
    arguments = parser.parse_args()
    name = arguments.file or "standard input"
    for option in ("delimiter", "quote"):
        if len(getattr(arguments, option)) != 1:
            parser.error(f"--{option} must be one character, but was {getattr(arguments, option)!r}")
    try:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        with opened(arguments.file) as file:
            sys.stdout.writelines(predicted_lines(file, name, arguments.delimiter, arguments.quote))
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, EOFError, ValueError, zlib.error) as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
