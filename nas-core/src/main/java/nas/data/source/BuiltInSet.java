package nas.data.source;

import nas.data.Task;

/**
 * What there is to know about a data set that a search space can name.
 *
 * @param name what a search space calls it
 * @param origin where its rows come from
 * @param rows how many rows it has, official test rows among them; if it is generated, how many it has by default
 * @param inputs how many inputs
 * @param task what is to be predicted
 * @param outputs how many classes, or 1 for a number
 */
public record BuiltInSet(String name, Origin origin, int rows, int inputs, Task task, int outputs) {
    /** Where rows come from. */
    public enum Origin {
        /** They are part of the program. */
        INCLUDED("included"),
        /** They are computed. */
        GENERATED("generated"),
        /** They are published by others and downloaded on first use. */
        DOWNLOADED("download");

        private final String word;

        Origin(String word) {
            this.word = word;
        }

        /** Returns the word for people and programs. */
        public String word() {
            return word;
        }
    }
}
