package io.osusume.gate;

import java.net.InetAddress;

/// Addresses that begin with the same bits, as `10.0.0.0/8` or `fd00::/8`; one address alone without a
/// slash.
final class AddressRange {
    private final byte[] start;
    private final int bits;

    private AddressRange(byte[] start, int bits) {
        this.start = start;
        this.bits = bits;
    }

    /// @throws IllegalArgumentException for what is no range of addresses; names are none
    static AddressRange of(String text) {
        String[] parts = text.strip().split("/", -1);
        byte[] start;
        try {
            start = InetAddress.ofLiteral(parts[0]).getAddress();
        } catch (IllegalArgumentException noAddress) {
            throw wrong(text);
        }
        int all = 8 * start.length;
        if (parts.length == 1) {
            return new AddressRange(start, all);
        }
        if (parts.length > 2 || !parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > all) {
            throw wrong(text);
        }
        return new AddressRange(start, Integer.parseInt(parts[1]));
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "a range of addresses must be like 10.0.0.0/8, fd00::/8 or 192.0.2.1, was '" + text + "'");
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
            if (((start[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
