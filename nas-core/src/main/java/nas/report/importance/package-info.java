/**
 * Which choices matter: functional analysis of variance on a random forest. Begins with {@link
 * nas.report.importance.Importance}. Knows nothing of networks.
 */
@NullMarked
package nas.report.importance;

import org.jspecify.annotations.NullMarked;
