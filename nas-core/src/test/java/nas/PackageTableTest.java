package nas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the package table of nas-core's README true: a package uses what its row names, and nothing else. */
class PackageTableTest {
    private static final String[] EVERYWHERE = {
        "nas",
        "java..",
        "javax.net.ssl..",
        "com.google.common..",
        "org.slf4j..",
        "org.jspecify.annotations..",
        // what Guava's own signatures are annotated with
        "com.google.errorprone.annotations..",
        "javax.annotation.."
    };

    private static final Map<String, List<String>> MAY_USE = ImmutableMap.<String, List<String>>builder()
            .put("nas", List.of("org.apache.commons.text.."))
            .put("nas.space", List.of())
            .put("nas.data", List.of())
            .put("nas.data.table", List.of("nas.data", "de.siegmar.fastcsv.."))
            .put("nas.data.idx", List.of("nas.data"))
            .put("nas.data.fetch", List.of("nas.data"))
            .put("nas.data.generate", List.of("nas.data"))
            .put(
                    "nas.data.source",
                    List.of("nas.data", "nas.data.table", "nas.data.idx", "nas.data.fetch", "nas.data.generate"))
            .put("nas.trial", List.of("nas.space"))
            .put(
                    "nas.train",
                    List.of(
                            "nas.space",
                            "nas.data",
                            "nas.trial",
                            "nas.train.blas",
                            "org.bytedeco.javacpp..",
                            "org.deeplearning4j..",
                            "org.nd4j.."))
            .put("nas.train.blas", List.of("nas.space", "nas.data", "org.bytedeco.."))
            .put("nas.evolve", List.of("nas.space", "nas.trial", "io.jenetics.."))
            .put("nas.select", List.of("nas.space", "nas.trial", "org.apache.commons.statistics.."))
            .put("nas.journal", List.of("nas.space", "nas.trial", "nas.select", "com.fasterxml.jackson.."))
            .put("nas.run", List.of("nas.space", "nas.trial", "nas.evolve", "nas.select", "nas.journal"))
            .put(
                    "nas.spec",
                    List.of(
                            "nas.space",
                            "nas.data",
                            "nas.data.source",
                            "nas.trial",
                            "nas.evolve",
                            "nas.select",
                            "nas.run",
                            "com.fasterxml.jackson.."))
            .put(
                    "nas.report",
                    List.of(
                            "nas.space",
                            "nas.trial",
                            "nas.select",
                            "nas.journal",
                            "nas.report.importance",
                            "com.fasterxml.jackson..",
                            "de.siegmar.fastcsv.."))
            .put("nas.report.importance", List.of())
            .put(
                    "nas.export",
                    List.of(
                            "nas.space",
                            "nas.data",
                            "nas.trial",
                            "nas.train",
                            "nas.journal",
                            "com.fasterxml.jackson.."))
            .put("nas.export.predict", List.of("nas.data", "nas.data.table", "nas.data.idx", "nas.train", "nas.export"))
            .put(
                    "nas.export.onnx",
                    List.of(
                            "nas.space",
                            "nas.data",
                            "nas.trial",
                            "nas.train",
                            "nas.export",
                            "com.fasterxml.jackson..",
                            "onnx..",
                            "org.nd4j.shade.protobuf.."))
            .put("nas.export.pytorch", List.of("nas.space", "nas.data", "nas.trial", "nas.train", "nas.export"))
            .put(
                    "nas.export.source",
                    List.of(
                            "nas.space",
                            "nas.data",
                            "nas.train",
                            "nas.trial",
                            "nas.export",
                            "javax.lang.model..",
                            "javax.tools.."))
            .build();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nas");

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_uses_only_what_its_row_names(String name) {
        List<String> allowed = new ArrayList<>(List.of(EVERYWHERE));
        allowed.add(name);
        allowed.addAll(MAY_USE.get(name));
        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    static Set<String> packages() {
        return MAY_USE.keySet();
    }

    @Test
    void every_package_has_a_row() {
        Set<String> found = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.startsWith("nas.cli"))
                .collect(Collectors.toSet());
        assertThat(found).isEqualTo(MAY_USE.keySet());
    }

    @Test
    void there_are_no_cycles() {
        slices().matching("nas.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void randomness_and_time_are_handed_in() {
        noClasses().should().dependOnClassesThat().areAssignableTo(Random.class).check(CLASSES);
        noClasses().should().callMethod(Math.class, "random").check(CLASSES);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
        noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(CLASSES);
    }

    @Test
    void core_never_prints() {
        noClasses().should().accessField(System.class, "out").check(CLASSES);
        noClasses().should().accessField(System.class, "err").check(CLASSES);
    }

    @Test
    void results_do_not_depend_on_the_platform_s_exponentials() {
        noClasses().should().callMethod(Math.class, "exp", double.class).check(CLASSES);
        noClasses().should().callMethod(Math.class, "log", double.class).check(CLASSES);
        noClasses()
                .should()
                .callMethod(Math.class, "pow", double.class, double.class)
                .check(CLASSES);
    }
}
