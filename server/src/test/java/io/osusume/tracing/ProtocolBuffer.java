package io.osusume.tracing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A message in the binary form of Protocol Buffers: its fields by number.
final class ProtocolBuffer {
    private final Map<Integer, List<byte[]>> parts = new HashMap<>();
    private final Map<Integer, Long> numbers = new HashMap<>();

    ProtocolBuffer(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long key = variable(in);
            int field = (int) (key >>> 3);
            switch ((int) (key & 7)) {
                case 0 -> numbers.put(field, variable(in));
                case 1 -> numbers.put(field, in.getLong());
                case 5 -> numbers.put(field, (long) in.getInt());
                case 2 -> {
                    byte[] part = new byte[(int) variable(in)];
                    in.get(part);
                    parts.computeIfAbsent(field, _ -> new ArrayList<>()).add(part);
                }
                default -> throw new IllegalArgumentException("wire type " + (key & 7) + " of field " + field);
            }
        }
    }

    private static long variable(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    boolean has(int field) {
        return parts.containsKey(field);
    }

    List<ProtocolBuffer> messages(int field) {
        return parts.getOrDefault(field, List.of()).stream()
                .map(ProtocolBuffer::new)
                .toList();
    }

    byte[] bytes(int field) {
        return parts.containsKey(field) ? parts.get(field).getFirst() : new byte[0];
    }

    String text(int field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }

    long number(int field) {
        return numbers.getOrDefault(field, 0L);
    }
}
