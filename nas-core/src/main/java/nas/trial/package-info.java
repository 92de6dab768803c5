/**
 * One genome trained and measured: what identifies a trial, what comes out of it, who runs it, and the scale on which
 * losses are compared. The entry is {@link nas.trial.Evaluator}. Depends on {@code nas} and {@code nas.space}.
 */
@NullMarked
package nas.trial;

import org.jspecify.annotations.NullMarked;
