/**
 * The run folder and the journal in it, which is a run's only state; everything else in the folder is a snapshot made
 * from it. The entry is {@link nas.journal.RunFolder}. Depends on {@code nas}, {@code nas.space}, {@code nas.trial},
 * {@code nas.select} and Jackson.
 */
@NullMarked
package nas.journal;

import org.jspecify.annotations.NullMarked;
