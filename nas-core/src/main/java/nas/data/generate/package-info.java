/**
 * Data sets that are computed, for demonstrations and tests. The entry is {@link nas.data.generate.GeneratedSet}. Depends on
 * {@code nas} and {@code nas.data}.
 */
@NullMarked
package nas.data.generate;

import org.jspecify.annotations.NullMarked;
