/**
 * Published data sets: where they are downloaded from, and the cache in which they lie. The entry is
 * {@link nas.data.fetch.Fetcher}. Depends on {@code nas} and {@code nas.data}.
 */
@NullMarked
package nas.data.fetch;

import org.jspecify.annotations.NullMarked;
