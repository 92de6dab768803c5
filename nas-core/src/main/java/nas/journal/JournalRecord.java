package nas.journal;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nas.select.Assessed;
import nas.select.CorrectedMeasures;
import nas.select.DescentMove;
import nas.select.DescentResult;
import nas.select.Race;
import nas.select.WinnerRule;
import nas.space.Genome;
import nas.trial.Detail;
import nas.trial.RateCurve;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/** One line of a journal. */
public sealed interface JournalRecord {
    /**
     * The first record of every journal: what the run is.
     *
     * @param started when it began
     * @param seed what everything random is derived from
     * @param strategy name of the search strategy
     * @param engine name of the training engine, or of the choice between the two
     * @param aim what is minimised and what is good enough
     * @param data what is learnt
     * @param provenance what it is computed with
     * @param origin where the run was asked for
     * @param settings the resolved search space as JSON text
     * @param rangeTests what its learning rates were measured by; empty where they were said
     */
    record Header(
            Instant started,
            long seed,
            String strategy,
            String engine,
            Aim aim,
            DataSummary data,
            Provenance provenance,
            Origin origin,
            String settings,
            List<RateCurve> rangeTests)
            implements JournalRecord {
        /** Copies the list. */
        public Header {
            rangeTests = ImmutableList.copyOf(rangeTests);
        }
    }

    /**
     * What is minimised and what is good enough.
     *
     * @param perDecade share of what there is to learn that a ten-fold larger network must win back
     * @param rule the rule that chooses the winner
     */
    record Aim(double perDecade, WinnerRule rule) {}

    /**
     * Where a run was asked for.
     *
     * @param spaceFile absolute path of the search-space file, or an empty text where there was none
     * @param spaceChecksum SHA-256 of that file's bytes, in hexadecimal, or an empty text
     * @param reuse absolute paths of the runs whose trials are reused
     */
    record Origin(String spaceFile, String spaceChecksum, List<String> reuse) {
        /** Copies the list. */
        public Origin {
            checkNotNull(spaceFile, "spaceFile");
            checkNotNull(spaceChecksum, "spaceChecksum");
            reuse = ImmutableList.copyOf(reuse);
        }
    }

    /**
     * A process took up the run again.
     *
     * @param at when
     * @param provenance what it computes with
     * @param generations generations at most, from now on, at least 1
     * @param isExtension whether the search may go on where it had ended, as its limits are larger
     */
    record Resumed(Instant at, Provenance provenance, int generations, boolean isExtension) implements JournalRecord {
        /** @throws IllegalArgumentException if {@code generations} is below 1 */
        public Resumed {
            checkArgument(generations >= 1, "generations must be >= 1, but was %s", generations);
        }
    }

    /**
     * A trial that ended. Of two records of one trial the later one counts.
     *
     * @param result the result, without details
     * @param sidecars checksums of the files that hold the details
     * @param reusedFrom name of the run that it was taken from, or {@code null} where this run trained it
     */
    record TrialEnded(
            TrialResult result,
            Map<Detail, String> sidecars,
            @Nullable String reusedFrom) implements JournalRecord {
        private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");

        /** @throws IllegalArgumentException if the result has details, which only files hold, or a checksum is none */
        public TrialEnded {
            checkArgument(result.details().isEmpty(), "details belong into files, but were %s", result.details());
            sidecars.forEach((detail, checksum) -> checkArgument(
                    CHECKSUM.matcher(checksum).matches(),
                    "sidecars.%s must be 64 hexadecimal digits, but was %s",
                    detail.word(),
                    checksum));
            sidecars = Maps.immutableEnumMap(sidecars);
        }

        /** A trial of this run, without details. */
        public TrialEnded(TrialResult result) {
            this(result, Map.of(), null);
        }
    }

    /**
     * A generation that ended.
     *
     * @param number its number, from 1
     * @param bred the genomes that were bred for it, in their order
     * @param duplicates how many of them were known already
     * @param asked the trials that were asked for first in this generation; empty where an older version wrote it
     */
    record GenerationEnded(int number, List<Bred> bred, int duplicates, List<Asked> asked) implements JournalRecord {
        /** Copies the lists. */
        public GenerationEnded {
            bred = ImmutableList.copyOf(bred);
            asked = ImmutableList.copyOf(asked);
        }

        /** A generation as older versions wrote it. */
        public GenerationEnded(int number, List<Bred> bred, int duplicates) {
            this(number, bred, duplicates, List.of());
        }
    }

    /**
     * Trials that a decision needed, of all folds where there are folds.
     *
     * @param epochs their epochs
     * @param seed their seed
     * @param keys keys of their genomes
     */
    record Asked(int epochs, long seed, List<String> keys) {
        /** Copies the list. */
        public Asked {
            keys = ImmutableList.copyOf(keys);
        }
    }

    /**
     * A genome that was bred.
     *
     * @param key its key
     * @param parents keys of the genomes that it was made from; none in the first generation
     * @param operators what made it, in the order applied
     */
    record Bred(String key, List<String> parents, List<String> operators) {
        /** Copies the lists. */
        public Bred {
            parents = ImmutableList.copyOf(parents);
            operators = ImmutableList.copyOf(operators);
        }
    }

    /**
     * A time limit ended the search before its last generation; finalists come next.
     *
     * @param generation number of the generation after which it did, at least 1
     */
    record TimeUp(int generation) implements JournalRecord {
        /** @throws IllegalArgumentException if {@code generation} is below 1 */
        public TimeUp {
            checkArgument(generation >= 1, "generation must be >= 1, but was %s", generation);
        }
    }

    /**
     * A time limit left no room for trainings that the descent could do without.
     *
     * @param question when it asked whether there is time for the how many-th such trainings, from 1
     */
    record DescentTimeUp(int question) implements JournalRecord {
        /** @throws IllegalArgumentException if {@code question} is below 1 */
        public DescentTimeUp {
            checkArgument(question >= 1, "question must be >= 1, but was %s", question);
        }
    }

    /**
     * The finalists were judged, and smaller neighbours of their winner tried.
     *
     * @param asked the trials that this needed
     * @param race how the finalists did
     * @param descent where the descent from their winner ended; empty where that failed in a block of it
     * @param unseen what to expect on unseen rows; empty where there are test rows
     */
    record Concluded(List<Asked> asked, Race race, Optional<DescentResult> descent, Optional<CorrectedMeasures> unseen)
            implements JournalRecord {
        /** Copies the list. */
        public Concluded {
            asked = ImmutableList.copyOf(asked);
        }

        /** Returns the winner, with the means over the blocks in which it was measured last. */
        public Assessed winner() {
            return descent.map(DescentResult::winner)
                    .orElseGet(() -> race.winner().assessed());
        }

        /** Returns the finalist where the descent began, which need not be the race's winner. */
        public Genome descentStart() {
            return descent.map(ended -> ended.moves().stream()
                            .map(DescentMove::from)
                            .findFirst()
                            .orElse(ended.winner().genome()))
                    .orElse(race.winner().genome());
        }

        /** Tells whether the winner satisfies the rule: as a finalist, or because descent has accepted it. */
        public boolean isMet() {
            return race.isMet()
                    || descent.filter(ended -> !ended.moves().isEmpty()).isPresent();
        }
    }

    /**
     * The search ended and the winner was chosen; after this the test rows are opened.
     *
     * @param key the winner's key, or {@code null} where every trial failed
     * @param generation number of the last generation, at least 1; it may be lower than that of others that are journaled
     * @param stop why the search ended
     */
    record WinnerChosen(@Nullable String key, int generation, Stop stop) implements JournalRecord {
        /** @throws IllegalArgumentException if {@code generation} is below 1 */
        public WinnerChosen {
            checkArgument(generation >= 1, "generation must be >= 1, but was %s", generation);
        }
    }

    /** Why a search ended. */
    enum Stop {
        /** There were as many generations as asked for. */
        GENERATIONS,
        /** The Pareto front had not changed for long enough. */
        STAGNATION,
        /** The time limit left no room for another generation. */
        TIME,
        /** There was nothing left to try. */
        EXHAUSTED;

        /** Returns the word used in files, in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The end of the run.
     *
     * @param failure why there is no winner, or an empty text
     * @param searchSeconds wall-clock time of the search, and all that is known of what earlier processes took
     * @param finalSeconds wall-clock time of finalists, descent and the winner's final training
     * @param asked the trials of the winner's final training, or of the finalists where all failed; empty where an older
     *     version wrote it
     */
    record RunEnded(String failure, double searchSeconds, double finalSeconds, List<Asked> asked)
            implements JournalRecord {
        /** Copies the list. */
        public RunEnded {
            asked = ImmutableList.copyOf(asked);
        }

        /** An end as older versions wrote it. */
        public RunEnded(String failure, double searchSeconds, double finalSeconds) {
            this(failure, searchSeconds, finalSeconds, List.of());
        }

        /** Tells whether the run ended without a winner. */
        public boolean isFailed() {
            return !failure.isEmpty();
        }
    }
}
