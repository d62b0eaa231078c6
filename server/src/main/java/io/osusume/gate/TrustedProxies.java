package io.osusume.gate;

import java.net.InetAddress;
import java.util.List;

/// The proxies whose word counts about who a client is and whether it came over TLS. Anybody can send
/// the headers `X-Forwarded-For` and `X-Forwarded-Proto`; they count only as far as trusted proxies
/// wrote them.
public final class TrustedProxies {
    /// None: a client is who connects.
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private final List<AddressRange> ranges;

    private TrustedProxies(List<AddressRange> ranges) {
        this.ranges = ranges;
    }

    /// Those with an address in one of some ranges.
    ///
    /// @param ranges such as `10.0.0.0/8` or `::1`
    /// @throws IllegalArgumentException for what is no range of addresses
    public static TrustedProxies of(List<String> ranges) {
        return new TrustedProxies(ranges.stream().map(AddressRange::of).toList());
    }

    boolean trusts(InetAddress peer) {
        return ranges.stream().anyMatch(range -> range.contains(peer));
    }

    /// The client behind a proxy: of the addresses that proxies noted, from the last back, the first
    /// that is no trusted proxy. What stands before it may be invented, and is not looked at.
    ///
    /// @param peer who connected, a trusted proxy
    /// @param noted the addresses in `X-Forwarded-For`, in their order
    InetAddress client(InetAddress peer, List<String> noted) {
        InetAddress nearest = peer;
        for (String text : noted.reversed()) {
            try {
                nearest = InetAddress.ofLiteral(withoutPort(text.strip()));
            } catch (IllegalArgumentException hidden) {
                return nearest; // "unknown", or nonsense
            }
            if (!trusts(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}
