package nas.data;

import java.util.Arrays;

/** Sees to it that no fold gets all groups of a class, so that the groups outside a fold have all classes. */
final class ClassSpread implements GroupAssignment.Admission {
    private static final int NOWHERE = -2;
    private static final int APART = -1;

    private final GroupCounts groups;
    private final int[] left;
    private final int[] fold;

    ClassSpread(GroupCounts groups) {
        this.groups = groups;
        this.left = groups.holders().clone();
        this.fold = new int[left.length];
        Arrays.fill(fold, NOWHERE);
    }

    @Override
    public boolean admits(int group, int part) {
        for (int entry = groups.from(group); entry < groups.from(group + 1); entry++) {
            int label = groups.label(entry);
            if (left[label] == 1 && (fold[label] == part || fold[label] == NOWHERE)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void took(int group, int part) {
        for (int entry = groups.from(group); entry < groups.from(group + 1); entry++) {
            int label = groups.label(entry);
            left[label]--;
            boolean isFirst = fold[label] == NOWHERE && part != GroupAssignment.NONE;
            if (isFirst) {
                fold[label] = part;
            } else if (fold[label] != part) {
                fold[label] = APART;
            }
        }
    }
}
