package io.osusume.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A flat row-major array of numbers with its shape. It shares the array it was made from: owner and readers agree
/// not to write.
public sealed interface Tensor {
    /// How the elements of 16 bits lie in a segment.
    ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// The extents, outermost first; their product is the number of elements.
    int[] shape();

    /// A tensor of 32-bit floats.
    static Tensor of(float[] elements, int... shape) {
        return new Floats(elements, checked(elements.length, shape));
    }

    /// A tensor of 32-bit integers.
    static Tensor of(int[] elements, int... shape) {
        return new Ints(elements, checked(elements.length, shape));
    }

    /// A tensor of 64-bit integers.
    static Tensor of(long[] elements, int... shape) {
        return new Longs(elements, checked(elements.length, shape));
    }

    /// A tensor of 64-bit floats.
    static Tensor of(double[] elements, int... shape) {
        return new Doubles(elements, checked(elements.length, shape));
    }

    /// A tensor of 16-bit integers.
    static Tensor of(short[] elements, int... shape) {
        return new Shorts(MemorySegment.ofArray(elements), checked(elements.length, shape));
    }

    /// A tensor of 16-bit integers that may lie outside the heap, such as in a mapped file.
    static Tensor of(MemorySegment elements, int... shape) {
        return new Shorts(elements, checked(Math.toIntExact(elements.byteSize() / Short.BYTES), shape));
    }

    private static int[] checked(int length, int[] shape) {
        long product = 1;
        for (int extent : shape) {
            product *= extent;
        }
        if (product != length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " needs " + product + " elements, found " + length);
        }
        return shape.clone();
    }

    /// 32-bit floats (safetensors `F32`).
    final class Floats implements Tensor {
        private final float[] elements;
        private final int[] shape;

        private Floats(float[] elements, int[] shape) {
            this.elements = elements;
            this.shape = shape;
        }

        @Override
        public int[] shape() {
            return shape.clone();
        }

        /// The elements themselves, not a copy.
        public float[] elements() {
            return elements;
        }
    }

    /// 32-bit integers (safetensors `I32`).
    final class Ints implements Tensor {
        private final int[] elements;
        private final int[] shape;

        private Ints(int[] elements, int[] shape) {
            this.elements = elements;
            this.shape = shape;
        }

        @Override
        public int[] shape() {
            return shape.clone();
        }

        /// The elements themselves, not a copy.
        public int[] elements() {
            return elements;
        }
    }

    /// 64-bit integers (safetensors `I64`).
    final class Longs implements Tensor {
        private final long[] elements;
        private final int[] shape;

        private Longs(long[] elements, int[] shape) {
            this.elements = elements;
            this.shape = shape;
        }

        @Override
        public int[] shape() {
            return shape.clone();
        }

        /// The elements themselves, not a copy.
        public long[] elements() {
            return elements;
        }
    }

    /// 64-bit floats (safetensors `F64`).
    final class Doubles implements Tensor {
        private final double[] elements;
        private final int[] shape;

        private Doubles(double[] elements, int[] shape) {
            this.elements = elements;
            this.shape = shape;
        }

        @Override
        public int[] shape() {
            return shape.clone();
        }

        /// The elements themselves, not a copy.
        public double[] elements() {
            return elements;
        }
    }

    /// 16-bit integers (safetensors `I16`).
    final class Shorts implements Tensor {
        private final MemorySegment elements;
        private final int[] shape;

        private Shorts(MemorySegment elements, int[] shape) {
            this.elements = elements;
            this.shape = shape;
        }

        @Override
        public int[] shape() {
            return shape.clone();
        }

        /// The elements themselves, not a copy, each as [#SHORT] says.
        public MemorySegment segment() {
            return elements;
        }

        /// The elements: the array itself where they lie in one, else a copy.
        public short[] elements() {
            return elements.heapBase().orElse(null) instanceof short[] array ? array : elements.toArray(SHORT);
        }
    }
}
