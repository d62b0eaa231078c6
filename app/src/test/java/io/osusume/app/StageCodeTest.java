package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import io.osusume.app.settings.Settings;
import io.osusume.data.SharedData;
import io.osusume.flow.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Whether `config/pipeline.yaml` names all code a stage uses: a package it left out could change and the stage would
/// not run again. Followed are the calls from the method that does a stage, as long as they stay in the command line's
/// package, and from there on all that a class needs.
class StageCodeTest {
    private static final String APP = "io.osusume.app";

    /// Code that tells of the work, decides when it is done or brings files as they are, and nothing of what is made.
    private static final Set<String> BESIDE = Set.of(
            "io.osusume.tracking",
            "io.osusume.tracking.remote",
            "io.osusume.card",
            "io.osusume.drift",
            "io.osusume.flow",
            "io.osusume.storage");

    /// What the listener of progress is and the pages a stage leaves beside its work, except where pages are the work.
    private static final Set<String> PAGES = Set.of("io.osusume.report", "io.osusume.plot");

    private static final String LISTENER = "io.osusume.model.TrainingListener";

    /// Stages that move a name. Of code only the registry's counts for them: were it the models' too, a new program
    /// would
    /// make a version the champion again that somebody has taken back.
    private static final Set<String> MOVING = Set.of("register", "promote");

    /// The methods that do each stage, as `PipelineWork` calls them.
    private static final Map<String, List<String>> METHODS = Map.of(
            "ingest", List.of("IngestCommand.run"),
            "prepare", List.of("PrepareCommand.run"),
            "train", List.of("PipelineWork.train"),
            "evaluate", List.of("EvaluateCommand.runOnRegistered"),
            "register", List.of("PipelineWork.register"),
            "gate", List.of("PipelineWork.gate"),
            "promote", List.of("PipelineWork.promote"));

    private final JavaClasses classes = ArchitectureTest.CLASSES;

    private static List<String> methods(String does) {
        return Objects.requireNonNull(METHODS.get(does), () -> "how " + does + " is done");
    }

    private static List<Stage> stages() throws IOException {
        Path config = SharedData.projectRoot().resolve("config");
        return PipelineFile.read(
                        config.resolve("pipeline.yaml"),
                        Settings.read(config.resolve("osusume.yaml"), Map.of(), List.of()))
                .stages();
    }

    @Test
    void everyPackageAStageReachesIsNamed() throws IOException {
        Map<String, SortedSet<String>> missing = new TreeMap<>();
        for (Stage stage : stages()) {
            if (MOVING.contains(stage.does())) {
                assertEquals(List.of("io.osusume.registry"), stage.code(), stage.name());
                continue;
            }
            SortedSet<String> reached = packages(methods(stage.does()));
            assertTrue(reached.size() > 1, () -> stage.name() + " reaches " + reached);
            reached.removeAll(BESIDE);
            reached.removeAll(stage.does().equals("evaluate") ? Set.of() : PAGES);
            reached.removeIf(name -> isNamed(name, stage.code()));
            if (!reached.isEmpty()) {
                missing.put(stage.does(), reached);
            }
        }
        assertEquals(Map.of(), missing, "packages that config/pipeline.yaml must name below code:");
    }

    @Test
    void trainingReachesEveryFamilyAndThePackagesThatPrepareItsData() {
        SortedSet<String> reached = packages(methods("train"));
        for (String name :
                List.of("kernel", "model.hybrid", "model.ease", "boosting", "natives", "encoder", "prepare")) {
            assertTrue(reached.contains("io.osusume." + name), () -> name + " among " + reached);
        }
    }

    private static boolean isNamed(String name, List<String> code) {
        return code.stream()
                .anyMatch(each -> each.endsWith(".*")
                        ? (name + ".").startsWith(each.substring(0, each.length() - 1))
                        : name.equals(each));
    }

    /// The packages that some methods of the command line reach, but for its own.
    private SortedSet<String> packages(List<String> methods) {
        Deque<JavaCodeUnit> todo = new ArrayDeque<>();
        for (String method : methods) {
            int dot = method.indexOf('.');
            classes.get(APP + "." + method.substring(0, dot)).getMethods().stream()
                    .filter(each -> each.getName().equals(method.substring(dot + 1)))
                    .forEach(todo::add);
        }
        assertTrue(todo.size() >= methods.size(), () -> methods + " exist");
        Set<JavaCodeUnit> seen = new HashSet<>(todo);
        Set<JavaClass> outside = new HashSet<>();
        while (!todo.isEmpty()) {
            JavaCodeUnit unit = todo.removeFirst();
            for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
                JavaClass owner = access.getTargetOwner();
                if (owner.getName().equals(LISTENER) || BESIDE.contains(owner.getPackageName())) {
                    continue;
                }
                if (owner.getPackageName().startsWith(APP)) {
                    access.getTarget()
                            .resolveMember()
                            .filter(JavaCodeUnit.class::isInstance)
                            .map(JavaCodeUnit.class::cast)
                            .filter(seen::add)
                            .ifPresent(todo::add);
                } else if (owner.getPackageName().startsWith("io.osusume")) {
                    outside.add(owner);
                }
            }
        }
        return packagesOf(closure(outside));
    }

    private static Set<JavaClass> closure(Set<JavaClass> begun) {
        Set<JavaClass> all = new HashSet<>(begun);
        Deque<JavaClass> todo = new ArrayDeque<>(begun);
        while (!todo.isEmpty()) {
            todo.removeFirst().getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(each -> each.getPackageName().startsWith("io.osusume"))
                    .filter(each -> !BESIDE.contains(each.getPackageName())
                            && !each.getName().equals(LISTENER))
                    .filter(all::add)
                    .forEach(todo::add);
        }
        return all;
    }

    private static SortedSet<String> packagesOf(Set<JavaClass> reached) {
        SortedSet<String> names = new TreeSet<>();
        reached.forEach(each -> names.add(each.getBaseComponentType().getPackageName()));
        return names;
    }
}
