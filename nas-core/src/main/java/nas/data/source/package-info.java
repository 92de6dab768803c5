/**
 * Where data come from: files, folders and what comes with the program. The entries are
 * {@link nas.data.source.SourceLookup}, which finds them, and {@link nas.data.source.Datasets}, which loads them. Depends
 * on {@code nas} and the other packages of {@code nas.data}.
 */
@NullMarked
package nas.data.source;

import org.jspecify.annotations.NullMarked;
