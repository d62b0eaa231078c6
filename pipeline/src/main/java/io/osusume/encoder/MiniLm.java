package io.osusume.encoder;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The sentence encoder all-MiniLM-L6-v2 in its quantised form, which comes in a jar and runs
/// offline: the one class that knows the library. Texts longer than the model's window are encoded in
/// parts, which are averaged.
///
/// Source: Wang et al., MiniLM: Deep self-attention distillation (2020); the sentence-transformers
/// project.
public final class MiniLm implements TextEncoder, AutoCloseable {
    /// Its name, which vectors are kept under.
    public static final String NAME = "all-minilm-l6-v2-q";

    private static final int SIZE = 384;

    private final ExecutorService parts;
    private final AllMiniLmL6V2QuantizedEmbeddingModel model;

    /// Reads the model, which takes a moment.
    ///
    /// @throws EncoderException if its native library does not run on this machine
    public MiniLm() {
        parts = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("osusume-text").factory());
        try {
            model = new AllMiniLmL6V2QuantizedEmbeddingModel(parts);
        } catch (RuntimeException | LinkageError cannot) {
            parts.shutdownNow();
            throw new EncoderException(
                    "the sentence encoder " + NAME + " does not run on this machine: " + cannot.getMessage()
                            + "; set insights.meanings and train.synopsis-embeddings to false",
                    cannot);
        }
    }

    @Override
    public String name() {
        return NAME;
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
