/**
 * Images and labels in the IDX format of MNIST. The entry is {@link nas.data.idx.IdxLoader}. Depends on {@code nas} and
 * {@code nas.data}.
 */
@NullMarked
package nas.data.idx;

import org.jspecify.annotations.NullMarked;
