package nas.data;

/**
 * Shares seats among groups in proportion to their sizes by the method of largest remainders (Hamilton 1792; Balinski &
 * Young 1982, "Fair Representation"), in exact integer arithmetic. It differs from the original in that a group never
 * gets more than it has room for; ties go to the group of lower index.
 */
final class Apportionment {
    private final long seats;
    private final long total;
    private final int[] sizes;
    private final int[] room;
    private final int[] given;

    private Apportionment(int seats, int[] sizes, int[] room) {
        this.seats = seats;
        this.sizes = sizes;
        this.room = room;
        this.given = new int[sizes.length];
        long sum = 0;
        for (int size : sizes) {
            sum += size;
        }
        this.total = sum;
    }

    /** Returns the seats of each group; {@code seats} must not exceed the room of all groups together. */
    static int[] share(int seats, int[] sizes, int[] room) {
        Apportionment apportionment = new Apportionment(seats, sizes, room);
        for (int left = seats - apportionment.giveWholeQuotas(); left > 0; left--) {
            apportionment.given[apportionment.neediest()]++;
        }
        return apportionment.given;
    }

    private int giveWholeQuotas() {
        int sum = 0;
        for (int group = 0; group < sizes.length; group++) {
            given[group] = (int) Math.min(seats * sizes[group] / total, room[group]);
            sum += given[group];
        }
        return sum;
    }

    private int neediest() {
        int neediest = -1;
        for (int group = 0; group < sizes.length; group++) {
            if (given[group] < room[group] && (neediest < 0 || remainder(group) > remainder(neediest))) {
                neediest = group;
            }
        }
        return neediest;
    }

    private long remainder(int group) {
        return seats * sizes[group] - given[group] * total;
    }
}
