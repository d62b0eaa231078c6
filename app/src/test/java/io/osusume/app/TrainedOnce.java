package io.osusume.app;

import io.osusume.artifact.ArtifactFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests artifacts of a whole pipeline with two models on simulated users, made once for all test classes of a
/// JVM.
/// Whoever changes something works on a copy.
final class TrainedOnce implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TrainedOnce.class);

    /// The folder of all of it, and what the pipeline printed.
    record Trained(Path folder, String out) implements AutoCloseable {
        private static Trained make() {
            try {
                Path folder = Files.createTempDirectory("osusume-trained");
                Trained begun = new Trained(folder, "");
                String simulated = begun.simulated().toString();
                CommandRun.in(folder, SmallData.generate(begun.simulated())).done();
                CommandRun run = CommandRun.in(begun.artifacts(), words("--from", simulated));
                return new Trained(folder, run.done().out());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        /// What the stages made.
        Path artifacts() {
            return folder.resolve("artifacts");
        }

        /// Where their raw data came from.
        Path simulated() {
            return folder.resolve("simulated");
        }

        /// The words of the command that made them, with more words.
        static String[] words(String... more) {
            return Stream.of(
                            Stream.of("pipeline"),
                            Stream.of(more),
                            Stream.of("--models", "popularity,ease", "--set", "prepare.min-ratings=20"))
                    .flatMap(each -> each)
                    .toArray(String[]::new);
        }

        /// Copies the artifacts to a new folder.
        Path copyTo(Path copy) throws IOException {
            copy(artifacts(), copy);
            return copy;
        }

        /// Copies a folder with all in it.
        static void copy(Path from, Path to) throws IOException {
            try (Stream<Path> walk = Files.walk(from)) {
                for (Path file : walk.toList()) {
                    Path place = to.resolve(from.relativize(file));
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(place);
                    } else {
                        Files.copy(file, place);
                    }
                }
            }
        }

        @Override
        public void close() throws IOException {
            ArtifactFolder.delete(folder);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Trained.class;
    }

    @Override
    public Trained resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Trained.class, _ -> Trained.make(), Trained.class);
    }
}
