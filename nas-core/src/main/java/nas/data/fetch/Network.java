package nas.data.fetch;

import java.net.ProxySelector;
import java.time.Duration;

/**
 * How servers are reached.
 *
 * @param proxies which proxy is used for which address
 * @param connectTimeout the longest time that connecting may take
 * @param stallTimeout the longest time that may pass without a byte
 */
public record Network(ProxySelector proxies, Duration connectTimeout, Duration stallTimeout) {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration STALL = Duration.ofSeconds(30);

    /** @throws IllegalArgumentException if a time is not above 0 */
    public Network {
        checkPositive("connectTimeout", connectTimeout);
        checkPositive("stallTimeout", stallTimeout);
    }

    /**
     * Returns what suits people: 10 s to connect, 30 s without a byte, and the proxies that the virtual machine was told
     * of ({@code -Dhttps.proxyHost=…}).
     */
    public static Network ofThisProcess() {
        ProxySelector proxies = ProxySelector.getDefault();
        return new Network(proxies == null ? ProxySelector.of(null) : proxies, CONNECT, STALL);
    }

    private static void checkPositive(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " must be > 0, but was " + duration);
        }
    }
}
