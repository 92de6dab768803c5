/**
 * What a winner says of rows that it has never seen. The entry is {@link nas.export.predict.Predictor}. Depends on {@code nas},
 * {@code nas.data}, {@code nas.data.table}, {@code nas.data.idx}, {@code nas.train} and {@code nas.export}.
 */
@NullMarked
package nas.export.predict;

import org.jspecify.annotations.NullMarked;
