/**
 * The winner as a program's source, of one file that needs no library. The entry is {@link nas.export.source.JavaExporter}. Depends
 * on {@code nas}, {@code nas.space}, {@code nas.data}, {@code nas.train}, {@code nas.trial}, {@code nas.export} and the JDK's
 * compiler.
 */
@NullMarked
package nas.export.source;

import org.jspecify.annotations.NullMarked;
