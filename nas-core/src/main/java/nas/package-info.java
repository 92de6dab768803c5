/**
 * What every package needs: the error for users' files, the hashing of seeds, spelling suggestions. Depends on no other
 * package but Commons Text.
 */
@NullMarked
package nas;

import org.jspecify.annotations.NullMarked;
