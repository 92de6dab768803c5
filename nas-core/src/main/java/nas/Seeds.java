package nas;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Derives seeds by hashing, so that what is random in one place never depends on what was drawn in another. All methods
 * are pure: the same arguments give the same result on every platform.
 */
public final class Seeds {
    private Seeds() {}

    /**
     * Returns a seed for one purpose: the first eight bytes (little-endian) of SHA-256 over the base seed and the
     * parts, each preceded by its length, so that {@code ("ab", "c")} and {@code ("a", "bc")} differ.
     *
     * @param seed the base seed, any value
     * @param parts what the seed is for; their {@link String#valueOf(Object)} forms are hashed
     */
    public static long derive(long seed, Object... parts) {
        Hasher hasher = Hashing.sha256().newHasher().putLong(seed);
        for (Object part : parts) {
            byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
            hasher.putInt(bytes.length).putBytes(bytes);
        }
        return hasher.hash().asLong();
    }

    /**
     * Returns the numbers {@code 0 … size-1} in an order drawn uniformly from the seed (Durstenfeld 1964, "Algorithm
     * 235: Random permutation", doi:10.1145/364520.364540).
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public static int[] permutation(int size, long seed) {
        if (size < 0) {
            throw new IllegalArgumentException("size must be >= 0, but was " + size);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = bounded(random, i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Scales 32 random bits to the bound; the bias is below {@code bound / 2^32}, the JDK's own method may change. */
    private static int bounded(SplittableRandom random, int bound) {
        return (int) (((random.nextLong() >>> 32) * bound) >>> 32);
    }
}
