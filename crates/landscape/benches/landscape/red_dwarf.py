"""red-dwarf on a Polis export, from CSV to JSON: `python red_dwarf.py FOLDER`.

Prints what `measure` of the bench prints: votes, milliseconds of reading, computing and writing, peak megabytes, seconds of
processor time, and a 0. The time that Python and its libraries take to start is not counted.
"""

import json
import sys
import time
from pathlib import Path

import pandas as pd
from reddwarf.implementations.polis import run_pipeline


def read(folder):
    """The votes as red-dwarf takes them, the latest of each pair, and the statements that were taken out."""
    votes = pd.read_csv(folder / "votes.csv", usecols=["timestamp", "comment-id", "voter-id", "vote"])
    votes = votes.sort_values("timestamp", kind="stable").drop_duplicates(["voter-id", "comment-id"], keep="last")
    names = {"voter-id": "participant_id", "comment-id": "statement_id", "timestamp": "modified"}
    comments = pd.read_csv(folder / "comments.csv")
    out = comments.loc[comments["moderated"] == -1, "comment-id"].tolist()
    return votes.rename(columns=names).to_dict("records"), out


def written(result):
    """Positions, groups and statements, as `indaba/landscape/1` has them."""
    people = result.participants_df.astype({"cluster_id": "float"})
    return json.dumps({
        "participants": json.loads(people.reset_index().to_json(orient="records")),
        "statements": json.loads(result.statements_df.reset_index().to_json(orient="records")),
        "groups": json.loads(result.group_comment_stats.reset_index().to_json(orient="records")),
        "consensus": result.consensus,
        "representative": result.repness,
    }, default=str)


def peak():
    """The most memory that this process held, in MB, where the system says so (Linux)."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


def main():
    started, worked = time.perf_counter(), time.process_time()
    votes, out = read(Path(sys.argv[1]))
    was_read = time.perf_counter()
    result = run_pipeline(votes=votes, mod_out_statement_ids=out, random_state=1)
    computed = time.perf_counter()
    written(result)
    done = time.perf_counter()
    steps = [was_read - started, computed - was_read, done - computed]
    print(len(votes), *(step * 1e3 for step in steps), peak(), time.process_time() - worked, 0)


main()
