/**
 * The search-space file: YAML to data description, search space and settings, errors that name the place, the same
 * settings spelt out as JSON, and a commented space for data that have none. The entry is
 * {@link nas.spec.SearchSpecReader}. Depends on {@code nas}, {@code nas.space}, {@code nas.data}, {@code nas.data.source},
 * {@code nas.trial}, {@code nas.evolve}, {@code nas.select}, {@code nas.run} and Jackson.
 *
 * <p>{@link nas.spec.YamlTree} gives nodes that know where they were written. {@link nas.spec.Overrides} puts what the
 * command line says in their place. Then each {@link nas.spec.Section} reads its keys one by one as a
 * {@link nas.spec.Value} and notes what is wrong as a {@link nas.spec.Problem}. What the file leaves open is chosen by
 * {@link nas.spec.Defaults} when the shape of the data is known.
 */
@NullMarked
package nas.spec;

import org.jspecify.annotations.NullMarked;
