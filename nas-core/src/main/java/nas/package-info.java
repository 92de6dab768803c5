/** What every package needs: the error for users' files and the hashing of seeds. Depends on no other package. */
@NullMarked
package nas;

import org.jspecify.annotations.NullMarked;
