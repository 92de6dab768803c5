package nas.run;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.select.Assessed;
import nas.trial.Measures;

/**
 * How far up the rungs a genome has come that has not failed.
 *
 * @param rung the rung at which it was measured last, from 1
 * @param seeds what each of its seeds measured there, in the order of the seeds
 * @param assessed the genome with the mean over its seeds
 */
record Climb(int rung, List<Measures> seeds, Assessed assessed) {
    Climb {
        seeds = ImmutableList.copyOf(seeds);
    }

    /** A genome that was measured with its first seed. */
    Climb(int rung, Assessed assessed) {
        this(rung, ImmutableList.of(assessed.measures()), assessed);
    }

    /** Returns the climb after one more seed. */
    Climb with(Measures more) {
        List<Measures> all =
                ImmutableList.<Measures>builder().addAll(seeds).add(more).build();
        return new Climb(rung, all, new Assessed(assessed.genome(), assessed.parameters(), Measures.mean(all)));
    }
}
