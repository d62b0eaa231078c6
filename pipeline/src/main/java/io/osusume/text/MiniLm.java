package io.osusume.text;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The sentence encoder all-MiniLM-L6-v2 in its quantised form, which comes in a jar and runs offline: the one class
/// that knows the library. Texts longer than the model's window are encoded in parts, which are averaged.
///
/// Source: Wang et al., MiniLM: Deep self-attention distillation (2020); the sentence-transformers project.
final class MiniLm implements TextEncoder, AutoCloseable {
    private static final int SIZE = 384;

    private final ExecutorService parts;
    private final AllMiniLmL6V2QuantizedEmbeddingModel model;

    MiniLm() {
        parts = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("osusume-text").factory());
        model = new AllMiniLmL6V2QuantizedEmbeddingModel(parts);
    }

    @Override
    public String name() {
        return "all-minilm-l6-v2-q";
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public float[] encode(String text) {
        return model.embed(text).content().vector();
    }

    @Override
    public void close() {
        parts.shutdownNow();
    }
}
