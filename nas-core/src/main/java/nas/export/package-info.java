/**
 * What is left of a run for its user: the winner as a file that other programs read, with its preprocessing. The entry is
 * {@link nas.export.WinnerBundle}. Depends on {@code nas}, {@code nas.space}, {@code nas.data}, {@code nas.trial},
 * {@code nas.train}, {@code nas.journal} and Jackson.
 */
@NullMarked
package nas.export;

import org.jspecify.annotations.NullMarked;
