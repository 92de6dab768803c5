package nas.cli;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import nas.Suggestions;
import nas.export.BundleExporter;
import nas.export.Exporter;
import nas.export.onnx.OnnxExporter;
import nas.export.pytorch.PytorchExporter;
import nas.export.source.JavaExporter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a winner can be exported as. */
enum ExportFormat {
    DL4J,
    ONNX,
    JAVA,
    PYTORCH;

    private static final ImmutableMap<String, ExportFormat> WORDS =
            Maps.uniqueIndex(Arrays.asList(values()), ExportFormat::word);

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what writes the format, given the winner's bundle. */
    Exporter exporter(Path bundle) {
        return switch (this) {
            case DL4J -> new BundleExporter(bundle);
            case ONNX -> new OnnxExporter();
            case JAVA -> new JavaExporter();
            case PYTORCH -> new PytorchExporter();
        };
    }

    /** Reads the word for a format. */
    static final class Word implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String text) {
            ExportFormat format = WORDS.get(text);
            if (format == null) {
                throw new TypeConversionException("must be one of " + String.join(", ", WORDS.keySet()) + ", but was '"
                        + text + "'" + Suggestions.didYouMean(text, WORDS.keySet()));
            }
            return format;
        }
    }

    /** The words, for completion. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return WORDS.keySet().iterator();
        }
    }
}
