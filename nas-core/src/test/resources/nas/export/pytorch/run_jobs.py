"""Runs scripts one after another as python3 would, but in one process, as importing torch takes seconds."""

import io
import json
import runpy
import sys
import traceback


def run(job):
    sys.argv = job["argv"]
    sys.stdin = io.TextIOWrapper(open(job["input"], "rb"))
    sys.stdout = io.TextIOWrapper(open(job["output"], "wb"))
    sys.stderr = open(job["errors"], "w", encoding="utf-8")
    try:
        runpy.run_path(job["argv"][0], run_name="__main__")
        return 0
    except SystemExit as end:
        return end.code
    except Exception:
        traceback.print_exc()
        return 1
    finally:
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            stream.close()
        sys.stdin, sys.stdout, sys.stderr = REAL


REAL = sys.stdin, sys.stdout, sys.stderr
codes = [run(json.loads(line)) for line in open(sys.argv[1], encoding="utf-8").readlines()]
print(*codes)
