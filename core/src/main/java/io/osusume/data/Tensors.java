package io.osusume.data;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;

/// Named tensors and text attributes: what a model or a data set is when it is stored. Immutable.
public final class Tensors {
    private final Map<String, String> attributes;
    private final Map<String, Tensor> byName;

    private Tensors(Map<String, String> attributes, Map<String, Tensor> byName) {
        this.attributes = attributes;
        this.byName = byName;
    }

    /// No tensors yet, only attributes.
    public static Tensors of(Map<String, String> attributes) {
        return new Tensors(Collections.unmodifiableMap(new TreeMap<>(attributes)), Map.of());
    }

    /// These tensors and one more.
    public Tensors with(String name, Tensor tensor) {
        Map<String, Tensor> more = new LinkedHashMap<>(byName);
        more.put(name, tensor);
        return new Tensors(attributes, Collections.unmodifiableMap(more));
    }

    /// These tensors and all of another's, whose names and attributes get a prefix.
    public Tensors withAll(String prefix, Tensors others) {
        Map<String, String> allAttributes = new TreeMap<>(attributes);
        others.attributes.forEach((name, text) -> allAttributes.put(prefix + name, text));
        Map<String, Tensor> all = new LinkedHashMap<>(byName);
        others.byName.forEach((name, tensor) -> all.put(prefix + name, tensor));
        return new Tensors(Collections.unmodifiableMap(allAttributes), Collections.unmodifiableMap(all));
    }

    /// What [#withAll] added under a prefix, without the prefix.
    public Tensors under(String prefix) {
        Map<String, String> some = new TreeMap<>();
        attributes.forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                some.put(name.substring(prefix.length()), text);
            }
        });
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        byName.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                tensors.put(name.substring(prefix.length()), tensor);
            }
        });
        return new Tensors(Collections.unmodifiableMap(some), Collections.unmodifiableMap(tensors));
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public Map<String, Tensor> byName() {
        return byName;
    }

    /// The attribute of that name.
    ///
    /// @throws NoSuchElementException if there is none
    public String attribute(String name) {
        String found = attributes.get(name);
        if (found == null) {
            throw new NoSuchElementException("no attribute '" + name + "' among " + attributes.keySet());
        }
        return found;
    }

    /// The float elements of a tensor, not a copy.
    ///
    /// @throws NoSuchElementException if there is none of that name and type
    public float[] floats(String name) {
        if (byName.get(name) instanceof Tensor.Floats floats) {
            return floats.elements();
        }
        throw missing(name, "F32");
    }

    /// The int elements of a tensor, not a copy.
    ///
    /// @throws NoSuchElementException if there is none of that name and type
    public int[] ints(String name) {
        if (byName.get(name) instanceof Tensor.Ints ints) {
            return ints.elements();
        }
        throw missing(name, "I32");
    }

    /// The long elements of a tensor, not a copy.
    ///
    /// @throws NoSuchElementException if there is none of that name and type
    public long[] longs(String name) {
        if (byName.get(name) instanceof Tensor.Longs longs) {
            return longs.elements();
        }
        throw missing(name, "I64");
    }

    /// The double elements of a tensor, not a copy.
    ///
    /// @throws NoSuchElementException if there is none of that name and type
    public double[] doubles(String name) {
        if (byName.get(name) instanceof Tensor.Doubles doubles) {
            return doubles.elements();
        }
        throw missing(name, "F64");
    }

    /// The float elements of a tensor that must have the given shape, not a copy.
    ///
    /// @throws NoSuchElementException if there is none of that name and type
    /// @throws IllegalArgumentException if its shape is another
    public float[] floats(String name, int... shape) {
        float[] elements = floats(name);
        requireShape(name, shape);
        return elements;
    }

    /// The int elements of a tensor that must have the given shape, not a copy.
    ///
    /// @throws NoSuchElementException if there is none of that name and type
    /// @throws IllegalArgumentException if its shape is another
    public int[] ints(String name, int... shape) {
        int[] elements = ints(name);
        requireShape(name, shape);
        return elements;
    }

    /// The double elements of a tensor that must have the given shape, not a copy.
    ///
    /// @throws NoSuchElementException if there is none of that name and type
    /// @throws IllegalArgumentException if its shape is another
    public double[] doubles(String name, int... shape) {
        double[] elements = doubles(name);
        requireShape(name, shape);
        return elements;
    }

    /// The short elements of a tensor that must have the given shape, not a copy where they lie in an array.
    ///
    /// @throws NoSuchElementException if there is none of that name and type
    /// @throws IllegalArgumentException if its shape is another
    public short[] shorts(String name, int... shape) {
        return shortTensor(name, shape).elements();
    }

    /// The elements of [#shorts] where they lie, each as [Tensor#SHORT] says.
    public MemorySegment segment(String name, int... shape) {
        return shortTensor(name, shape).segment();
    }

    private Tensor.Shorts shortTensor(String name, int[] shape) {
        if (byName.get(name) instanceof Tensor.Shorts shorts) {
            requireShape(name, shape);
            return shorts;
        }
        throw missing(name, "I16");
    }

    private void requireShape(String name, int[] expected) {
        int[] found = Objects.requireNonNull(byName.get(name)).shape();
        if (!Arrays.equals(found, expected)) {
            throw new IllegalArgumentException(
                    "tensor '" + name + "' does not fit the data it came with: expected shape "
                            + Arrays.toString(expected) + ", found " + Arrays.toString(found));
        }
    }

    private NoSuchElementException missing(String name, String type) {
        return new NoSuchElementException("no " + type + " tensor '" + name + "' among " + byName.keySet());
    }
}
