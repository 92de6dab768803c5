/**
 * The search space and its points: which architectures there are, what they cost in parameters, and how one that is too
 * large is made to fit. The entry is {@link nas.space.SearchSpace}. Depends on {@code nas} only.
 */
@NullMarked
package nas.space;

import org.jspecify.annotations.NullMarked;
