package nas.journal;

import static nas.journal.JournalFixtures.measured;
import static org.assertj.core.api.Assertions.assertThat;

import nas.journal.JournalRecord.TrialEnded;
import nas.select.Assessed;
import nas.trial.Fold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunHistoryTest {
    private final RunHistory history = new RunHistory(JournalFixtures.HEADER);

    @BeforeEach
    void measure_a_genome() {
        history.add(new TrialEnded(measured(4, Fold.VALIDATION, 1, 0.5)), 0);
    }

    @Test
    void trials_are_sorted_by_genome_once_for_all_questions_between_two_records() {
        SearchTrials trials = history.search();
        assertThat(history.assessed()).hasSize(1);
        assertThat(history.genomes()).isEqualTo(1);
        assertThat(history.search()).isSameAs(trials);
    }

    @Test
    void every_record_may_change_the_answers() {
        assertThat(history.assessed()).extracting(Assessed::loss).containsExactly(0.5);
        history.add(new TrialEnded(measured(5, Fold.VALIDATION, 1, 0.25)), 0);
        assertThat(history.assessed()).extracting(Assessed::loss).containsExactly(0.5, 0.25);
        assertThat(history.genomes()).isEqualTo(2);
    }
}
