package nas.run;

/** Is told how a search gets on. Called on the search's thread. */
public interface SearchListener {
    /** A listener that ignores everything. */
    SearchListener NONE = progress -> {};

    /** Called after each trial, and after each generation and the final training once more with nothing under way. */
    void onProgress(Progress progress);
}
