/**
 * What a run has to tell, for people who look: {@link nas.report.ReportPage} is one file that opens from disk, {@link
 * nas.report.TrialsCsv} a table for notebooks. All of it is drawn from the journal. Depends on {@code nas}, {@code nas.space},
 * {@code nas.trial}, {@code nas.select}, {@code nas.journal}, {@code nas.report.importance}, Jackson and FastCSV.
 */
@NullMarked
package nas.report;

import org.jspecify.annotations.NullMarked;
