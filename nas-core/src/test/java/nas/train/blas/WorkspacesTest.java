package nas.train.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkspacesTest {
    private final Workspaces workspaces = new Workspaces();

    @AfterEach
    void free_buffers() {
        workspaces.close();
    }

    @Test
    void the_next_training_gets_the_same_buffers() {
        Workspace first = workspaces.lend();
        NativeFloats floats = first.floats(100);
        float[] array = first.array(50);
        first.close();
        Workspace second = workspaces.lend();
        assertThat(second.floats(60)).isSameAs(floats);
        assertThat(second.array(50)).isSameAs(array);
    }

    @Test
    void a_buffer_that_is_too_small_is_replaced() {
        try (Workspace first = workspaces.lend()) {
            first.floats(10);
            first.array(10);
        }
        Workspace second = workspaces.lend();
        assertThat(second.floats(20).size()).isEqualTo(20);
        assertThat(second.array(20)).hasSize(20);
    }

    @Test
    void two_trainings_at_a_time_have_buffers_of_their_own() {
        Workspace first = workspaces.lend();
        Workspace second = workspaces.lend();
        assertThat(first.array(10)).isNotSameAs(second.array(10));
    }

    @Test
    void large_buffers_are_not_kept_from_others() {
        Workspace first = workspaces.lend();
        NativeFloats floats = first.floats(1 << 23);
        float[] array = first.array(10);
        first.close();
        Workspace second = workspaces.lend();
        assertThat(second.floats(10)).isNotSameAs(floats);
        assertThat(second.array(10)).isNotSameAs(array);
    }

    @Test
    void more_than_a_buffer_can_hold_is_out_of_memory() {
        Workspace workspace = workspaces.lend();
        assertThatThrownBy(() -> workspace.floats(1L << 40)).isInstanceOf(OutOfMemoryError.class);
        assertThatThrownBy(() -> workspace.array(1L << 40)).isInstanceOf(OutOfMemoryError.class);
        NativeFloats small = workspace.floats(5);
        workspace.close();
        Workspace again = workspaces.lend();
        assertThatThrownBy(() -> again.floats(1L << 40)).isInstanceOf(OutOfMemoryError.class);
        assertThat(again.floats(5)).isNotSameAs(small);
    }
}
