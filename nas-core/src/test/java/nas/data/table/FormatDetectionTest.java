package nas.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nas.data.TableFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatDetectionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "a,b,c|1,2,3|4,5,6: ','",
                "a;b;c|1;2;3|4;5;6: ';'",
                "a%b%c|1%2%3|4%5%6: '\t'",
                "a!b!c|1!2!3: '|'",
                "a;b|1,5;2,5|3,25;4,75: ';'",
                "a;b|'x, y';2|'z, w';3: ';'",
                "39, State-gov, 77516|50, Self-emp, 83311: ','",
                "name;note|x;one, two, three|y;four: ';'",
                "single|1|2: ','",
                "a,b;c,d|1,2;3,4: ','",
            })
    void delimiter(String text, String delimiter) {
        char expected = delimiter.equals("'\t'") || delimiter.equals("\t") ? '\t' : delimiter.charAt(0);
        assertThat(detect(lines(text)).delimiter()).isEqualTo(expected);
    }

    @Test
    void quotes_that_hold_delimiters_do_not_confuse() {
        TableFormat format = detect("a;b\n\"1;2;3\";\"x\"\n\"4;5\";\"y\"\n");
        assertThat(format.delimiter()).isEqualTo(';');
        assertThat(format.quote()).isEqualTo('"');
    }

    @Test
    void apostrophes_are_quotes_where_cells_stand_in_them() {
        assertThat(detect("a,b\n'x, y',1\n'z',2\n").quote()).isEqualTo('\'');
        assertThat(detect("a,b\nx's,1\nit's,2\n").quote()).isEqualTo('"');
        assertThat(detect("a,b\n\"x\",'1'\n\"z\",2\n").quote()).isEqualTo('"');
    }

    @Test
    void what_is_said_is_kept() {
        TableFormat said = new TableFormat(false, List.of("p", "q"), ';', '\'');
        assertThat(detect("a,b\n1,2\n", said)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "a,b|1,2: true",
                "1,2|3,4: false",
                "name,town|Ann,Rome|Bob,Oslo: true",
                "Ann,Rome|Bob,Oslo|Ann,Paris: false",
                "x,x|a,b: false",
                "age,sex|39,Male|50,Female: true",
                "39,Male|50,Female: false",
                ",a|0,5|1,6: true",
                "a,b: true",
                "1,2: false",
                "y,NA|1,NA|2,5: true",
            })
    void header(String text, boolean hasHeader) {
        assertThat(detect(lines(text)).hasHeader()).isEqualTo(hasHeader);
    }

    @Test
    void name_that_is_expected_makes_a_header() {
        String text = "town,2019,2020\nRome,1,2\nOslo,3,4\n";
        assertThat(detect(text).hasHeader()).isFalse();
        assertThat(FormatDetection.of(new TextSample(text, true), TableFormat.DETECTED, Set.of("town"))
                        .hasHeader())
                .isTrue();
    }

    private static String lines(String text) {
        return text.replace('|', '\n').replace('%', '\t').replace('!', '|') + "\n";
    }

    private static TableFormat detect(String text) {
        return detect(text, TableFormat.DETECTED);
    }

    private static TableFormat detect(String text, TableFormat said) {
        return FormatDetection.of(new TextSample(text, true), said, Set.of());
    }
}
