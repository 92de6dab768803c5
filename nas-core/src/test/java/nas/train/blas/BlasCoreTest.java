package nas.train.blas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BlasCoreTest {
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void core_is_known_where_the_library_holds_several() {
        String asked = System.getenv("OPENBLAS_CORETYPE");
        assertThat(BlasCore.name()).isPresent();
        if (asked != null) {
            assertThat(BlasCore.name()).get().asString().isEqualToIgnoringCase(asked);
        }
    }
}
