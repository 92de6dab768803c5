/**
 * Data sets ready for training: rows, targets, splits, how raw rows became network inputs, and the fingerprint that names
 * exactly what was trained on. The entry is {@link nas.data.Dataset}. Depends on {@code nas} only.
 */
@NullMarked
package nas.data;

import org.jspecify.annotations.NullMarked;
