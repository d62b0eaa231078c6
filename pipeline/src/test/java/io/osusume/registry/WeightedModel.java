package io.osusume.registry;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.FoldIn;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The smallest model with a state: an item's score is its index times a weight.
record WeightedModel(Interactions training, float weight) implements FoldIn {
    /// Kernels that no test multiplies with.
    static final Kernels KERNELS = new Kernels(VectorMath.scalar(), new NoMatrices(), new Threads(2));

    @Override
    public String name() {
        return "weighted";
    }

    @Override
    public void score(Profile profile, float[] scores) {
        for (int item = 0; item < scores.length; item++) {
            scores[item] = item * weight;
        }
    }

    @Override
    public Tensors state() {
        return Tensors.of(Map.of()).with("weight", Tensor.of(new float[] {weight}, 1));
    }

    /// Makes and restores it.
    record Maker(float weight) implements Trainer<WeightedModel> {
        @Override
        public String name() {
            return "weighted";
        }

        @Override
        public SortedMap<String, String> settings() {
            return new TreeMap<>(Map.of("weight", Float.toString(weight), "seed", "7"));
        }

        @Override
        public WeightedModel train(TrainingData data, Kernels kernels, TrainingListener listener) {
            return new WeightedModel(data.interactions(), weight);
        }

        @Override
        public WeightedModel restore(Tensors state, TrainingData data, Kernels kernels) {
            float restored = state.floats("weight")[0];
            if (Float.isNaN(restored)) {
                throw new IllegalArgumentException("weight must be a number, was NaN");
            }
            return new WeightedModel(data.interactions(), restored);
        }
    }

    private record NoMatrices() implements DenseMath {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public void invertSymmetric(float[] matrix, int n) {
            throw new ArithmeticException("not in this test");
        }

        @Override
        public void multiply(float[] a, float[] b, float[] c, int m, int n, int k) {
            throw new ArithmeticException("not in this test");
        }
    }
}
