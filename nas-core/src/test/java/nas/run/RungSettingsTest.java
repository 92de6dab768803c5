package nas.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RungSettingsTest {
    private static final RungSettings RUNGS = new RungSettings(List.of(1, 3, 9), List.of(1 / 2.0, 1 / 3.0));

    @Test
    void quotas_are_rounded_up_but_not_for_rounding_errors() {
        assertThat(List.of(RUNGS.quota(1, 24), RUNGS.quota(1, 23), RUNGS.quota(1, 1), RUNGS.quota(1, 0)))
                .containsExactly(12, 12, 1, 0);
        for (int thirds = 0; thirds <= 1_000; thirds++) {
            assertThat(RUNGS.quota(2, 3 * thirds)).isEqualTo(thirds);
            assertThat(RUNGS.quota(2, 3 * thirds + 1)).isEqualTo(thirds + 1);
        }
    }

    @Test
    void rungs_are_counted_from_1() {
        assertThat(RUNGS.count()).isEqualTo(3);
        assertThat(RUNGS.epochs(1)).isEqualTo(1);
        assertThat(RUNGS.most()).isEqualTo(RUNGS.epochs(3)).isEqualTo(9);
    }

    @Test
    void ladders_that_do_not_ascend_and_shares_that_are_none_are_refused() {
        assertThatThrownBy(() -> new RungSettings(List.of(), List.of())).hasMessageContaining("rungs must ascend");
        assertThatThrownBy(() -> new RungSettings(List.of(3, 3), List.of(0.5))).hasMessageContaining("[3, 3]");
        assertThatThrownBy(() -> RungSettings.of(0)).hasMessageContaining("[0]");
        assertThatThrownBy(() -> new RungSettings(List.of(1, 3), List.of()))
                .hasMessage("keep must have 1 values for 2 rungs, but has 0");
        assertThatThrownBy(() -> new RungSettings(List.of(1, 3), List.of(0.0)))
                .hasMessageContaining("keep must be > 0");
        assertThatThrownBy(() -> new RungSettings(List.of(1, 3), List.of(1.1))).hasMessageContaining("<= 1");
    }
}
