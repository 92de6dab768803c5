/**
 * The search-space file: YAML to data description, search space and settings, errors that name the place, and the same
 * settings spelt out as JSON. The entry is {@link nas.spec.SearchSpecReader}. Depends on {@code nas}, {@code nas.space},
 * {@code nas.data}, {@code nas.run} and Jackson.
 *
 * <p>{@link nas.spec.YamlTree} gives nodes that know where they were written. {@link nas.spec.Overrides} puts what the
 * command line says in their place. Then each {@link nas.spec.Section} reads its keys one by one as a
 * {@link nas.spec.Value} and notes what is wrong as a {@link nas.spec.Problem}.
 */
@NullMarked
package nas.spec;

import org.jspecify.annotations.NullMarked;
