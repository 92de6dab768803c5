package nas.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassBalanceTest {
    @Test
    void three_times_the_rows_of_the_rarest_class_are_imbalanced() {
        assertThat(balance(3, 1).isImbalanced()).isTrue();
        assertThat(balance(5, 2).isImbalanced()).isFalse();
        assertThat(balance(1, 5, 15).isImbalanced()).isTrue();
        assertThat(balance(7, 0, 7).isImbalanced()).isTrue();
    }

    @Test
    void the_sentence_names_the_most_frequent_and_the_rarest_class() {
        assertThat(balance(23, 72, 5).sentence()).isEqualTo("72 % of the training rows are 'b', 5 % are 'c'");
        assertThat(balance(500, 500, 500).sentence()).isEqualTo("33 % of the training rows are 'a', 33 % are 'a'");
    }

    @Test
    void shares_near_nothing_and_near_everything_are_told_from_these() {
        assertThat(balance(1992, 8).sentence()).isEqualTo("99.6 % of the training rows are 'a', 0.4 % are 'b'");
        assertThat(balance(9999, 1).sentence())
                .isEqualTo("over 99.9 % of the training rows are 'a', under 0.1 % are 'b'");
        assertThat(balance(4, 0).sentence()).isEqualTo("100 % of the training rows are 'a', 0 % are 'b'");
    }

    @Test
    void only_training_rows_count() {
        Targets.Classes classes = new Targets.Classes(new int[] {0, 1, 1, 1, 1}, List.of("a", "b"));
        assertThat(ClassBalance.of(classes, new int[] {0, 1, 2})).isEqualTo(new ClassBalance("b", 2, "a", 1, 3));
    }

    private static ClassBalance balance(int... rows) {
        int[] labels = IntStream.range(0, rows.length)
                .flatMap(label -> IntStream.range(0, rows[label]).map(row -> label))
                .toArray();
        List<String> names = List.of("a", "b", "c").subList(0, rows.length);
        return ClassBalance.of(
                new Targets.Classes(labels, names),
                IntStream.range(0, labels.length).toArray());
    }
}
