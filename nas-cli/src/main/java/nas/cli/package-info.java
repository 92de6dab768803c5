/** The command line: picocli commands, and the one place that wires the parts of {@code nas-core} together. */
@NullMarked
package nas.cli;

import org.jspecify.annotations.NullMarked;
