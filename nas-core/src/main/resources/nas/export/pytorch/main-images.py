import argparse
import os
import sys
import zlib


def main():
    """Predicts for the images of a file and returns the exit code: 2 where that cannot be read."""
    parser = argparse.ArgumentParser(description="Writes what the network predicts for each image.")
    parser.add_argument("file", nargs="?", help="an IDX file of images, plain or gzip, else standard input")
    arguments = parser.parse_args()
    name = arguments.file or "standard input"
    try:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        with opened(arguments.file) as file:
            sys.stdout.writelines(predicted_lines(file, name))
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, EOFError, ValueError, zlib.error) as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
