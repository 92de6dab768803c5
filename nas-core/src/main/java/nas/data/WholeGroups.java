package nas.data;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import nas.Seeds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides whole groups. No group is in two parts or folds; no part and no fold is empty; every class has a training row, in
 * every fold, too. Sizes and class shares come as near to what is wanted as {@link GroupAssignment} finds.
 */
final class WholeGroups implements Divider {
    private static final Logger LOG = LoggerFactory.getLogger(WholeGroups.class);

    /** In the order in which {@link GroupAssignment} knows them. */
    private static final List<Part> PARTS = List.of(Part.TRAIN, Part.VALIDATION, Part.TEST);

    private final long seed;

    WholeGroups(long seed) {
        this.seed = seed;
    }

    @Override
    public Part[] parts(Pool pool, Wanted wanted) {
        Part[] parts = new Part[pool.size()];
        Arrays.fill(parts, Part.TRAIN);
        if (held(wanted) == 0) {
            return parts;
        }
        GroupCounts groups = GroupCounts.of(pool);
        int[] order = groups.order(Seeds.derive(seed, "split"));
        int[] covering = groups.covering(order);
        checkEnough(groups.groups(), covering.length, wanted);
        GroupAssignment assignment =
                new GroupAssignment(groups, rows(pool, wanted), least(groups, wanted), GroupAssignment.Admission.ALL);
        assignRest(assignment, covering, PARTS.indexOf(Part.TRAIN), order);
        Arrays.setAll(parts, place -> PARTS.get(assignment.part(groups.group(place))));
        return parts;
    }

    private static int held(Wanted wanted) {
        return (wanted.validation() > 0 ? 1 : 0) + (wanted.test() > 0 ? 1 : 0);
    }

    /** In the order of the parts. */
    private static int[] rows(Pool pool, Wanted wanted) {
        return new int[] {pool.size() - wanted.validation() - wanted.test(), wanted.validation(), wanted.test()};
    }

    /** In the order of the parts. */
    private static int[] least(GroupCounts groups, Wanted wanted) {
        return new int[] {
            Math.min(wanted.folds(), groups.groups() - held(wanted)),
            Math.min(wanted.validation(), 1),
            Math.min(wanted.test(), 1)
        };
    }

    private static void checkEnough(int groups, int covering, Wanted wanted) {
        int needed = held(wanted) + Math.min(wanted.folds(), 2);
        if (groups < needed) {
            throw new InvalidInputException("data.group must have at least " + needed + " groups for training"
                    + (wanted.test() == 0 ? " and validation" : ", validation and test") + ", but has " + groups);
        }
        if (groups - covering < held(wanted)) {
            throw new InvalidInputException("data.group must leave " + heldText(wanted) + ", but " + covering
                    + " of its " + groups + " groups are needed to train every class");
        }
    }

    private static String heldText(Wanted wanted) {
        return held(wanted) == 2
                ? "2 groups for validation and test"
                : wanted.test() > 0 ? "1 group for test" : "1 group for validation";
    }

    @Override
    public int mostFolds(Pool pool) {
        GroupCounts groups = GroupCounts.of(pool);
        return (int) IntStream.range(0, groups.groups())
                .filter(group -> !groups.isSoleHolder(group))
                .count();
    }

    @Override
    public String unit() {
        return "groups";
    }

    /** Groups that alone have a class are trained in every fold, as are those that would leave a fold without a class. */
    @Override
    public int[] folds(Pool pool, int count) {
        GroupCounts groups = GroupCounts.of(pool);
        int[] wanted = new int[count];
        Arrays.fill(wanted, pool.size() / count);
        int[] least = new int[count];
        Arrays.fill(least, 1);
        GroupAssignment assignment = new GroupAssignment(groups, wanted, least, new ClassSpread(groups));
        int[] alone =
                IntStream.range(0, groups.groups()).filter(groups::isSoleHolder).toArray();
        assignRest(assignment, alone, GroupAssignment.NONE, groups.order(Seeds.derive(seed, "folds")));
        warn(pool, groups, assignment, count);
        int[] folds = new int[pool.size()];
        Arrays.setAll(folds, place -> foldOf(assignment.part(groups.group(place))));
        return folds;
    }

    private static int foldOf(int part) {
        return part == GroupAssignment.NONE ? ALWAYS_TRAINED : part;
    }

    private static void warn(Pool pool, GroupCounts groups, GroupAssignment assignment, int count) {
        long always = IntStream.range(0, groups.groups())
                .filter(group -> assignment.part(group) == GroupAssignment.NONE)
                .count();
        if (always > 0) {
            LOG.warn(
                    "{} of {} groups train in every fold and validate in none, or a fold would train without some class",
                    always,
                    groups.groups());
        }
        List<String> rare =
                pool.strata().classes().size() > 1 ? Divider.rare(pool, groups.holders(), count) : List.of();
        if (!rare.isEmpty()) {
            LOG.warn("Classes in fewer groups than {} folds are missing in some: {}", count, Quoted.list(rare));
        }
    }

    @Override
    public Pool sample(Pool pool, int limit) {
        GroupCounts groups = GroupCounts.of(pool);
        int[] order = groups.order(Seeds.derive(seed, "sample"));
        int[] covering = groups.covering(order);
        int needed = IntStream.of(covering).map(groups::size).sum();
        if (limit < needed) {
            throw new InvalidInputException("data.rows must be at least " + needed
                    + ", the rows of the fewest groups that have every class, but was " + limit);
        }
        int[] wanted = {limit, pool.size() - limit};
        GroupAssignment assignment = new GroupAssignment(groups, wanted, new int[2], new Capacity(groups, limit));
        assignRest(assignment, covering, Capacity.KEPT, order);
        return pool.where(place -> assignment.part(groups.group(place)) == Capacity.KEPT);
    }

    /** Takes groups as long as their rows fit. */
    private static final class Capacity implements GroupAssignment.Admission {
        static final int KEPT = 0;

        private final GroupCounts groups;
        private int room;

        Capacity(GroupCounts groups, int room) {
            this.groups = groups;
            this.room = room;
        }

        @Override
        public boolean admits(int group, int part) {
            return part != KEPT || groups.size(group) <= room;
        }

        @Override
        public void took(int group, int part) {
            room -= part == KEPT ? groups.size(group) : 0;
        }
    }

    private static void assignRest(GroupAssignment assignment, int[] first, int part, int[] order) {
        for (int group : first) {
            assignment.assign(group, part);
        }
        Set<Integer> taken = ImmutableSet.copyOf(Ints.asList(first));
        assignment.assignAll(
                IntStream.of(order).filter(group -> !taken.contains(group)).toArray());
    }
}
