package nas.train.blas;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BareProductsTest {
    @Test
    void any_depth_has_products() {
        for (List<Integer> widths : List.of(List.of(3, 2), List.of(5, 4, 3), List.of(1, 1, 1, 1))) {
            try (BareProducts products = new BareProducts(7, widths)) {
                assertThatNoException().isThrownBy(products::step);
            }
        }
    }

    @Test
    void impossible_shapes_are_refused() {
        assertThatThrownBy(() -> new BareProducts(0, List.of(1, 1))).hasMessage("batch must be >= 1, but was 0");
        assertThatThrownBy(() -> new BareProducts(1, List.of(1))).hasMessage("widths must be at least 2, but were [1]");
        assertThatThrownBy(() -> new BareProducts(1, List.of(2, 0))).hasMessage("widths must be >= 1, but were 2, 0");
    }
}
