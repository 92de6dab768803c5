/**
 * Data sets: where they lie, how they are read, encoded and split, and the fingerprint that names exactly what was
 * trained on. Depends on {@code nas} and FastCSV only.
 */
@NullMarked
package nas.data;

import org.jspecify.annotations.NullMarked;
