package io.osusume.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.osusume.data.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house, each with the reason why.
class ArchitectureTest {
    private static final String[] CORE = {
        "io.osusume.data..",
        "io.osusume.franchise..",
        "io.osusume.kernel..",
        "io.osusume.model..",
        "io.osusume.evaluation.."
    };
    private static final String[] ARTIFACT_READERS = {
        "io.osusume.artifact..",
        "io.osusume.catalog..",
        "io.osusume.registry..",
        "io.osusume.plot..",
        "io.osusume.tracking..",
        "io.osusume.drift..",
        "io.osusume.encoder.."
    };
    private static final String[] SERVER = {
        "io.osusume.lists..",
        "io.osusume.imports..",
        "io.osusume.profiles..",
        "io.osusume.recommend..",
        "io.osusume.search..",
        "io.osusume.meaning..",
        "io.osusume.understand..",
        "io.osusume.taste..",
        "io.osusume.map..",
        "io.osusume.serving..",
        "io.osusume.telemetry..",
        "io.osusume.gate..",
        "io.osusume.metrics..",
        "io.osusume.tracing..",
        "io.osusume.logs..",
        "io.osusume.schema..",
        "io.osusume.assistant..",
        "io.osusume.openai..",
        "io.osusume.mcp..",
        "io.osusume.web.."
    };

    /// The classes of the product, read once for all test classes of a JVM.
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.osusume");

    private void holds(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void coreReachesNoFileSocketClockEnvironmentOrLogger() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.io..",
                                "java.nio.file..",
                                "java.nio.channels..",
                                "java.net..",
                                "java.sql..",
                                "java.util.logging..",
                                "org.slf4j..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf(
                                        java.io.Serializable.class)))
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                                        java.io.PrintStream.class))))
                .because("the science is repeatable only if nothing outside its arguments can change it"));
        holds(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .because("progress leaves through a listener, time and settings come in as arguments"));
    }

    @Test
    void coreKnowsNothingOfTheOtherModules() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "io.osusume.data..",
                        "io.osusume.franchise..",
                        "io.osusume.kernel..",
                        "io.osusume.model..",
                        "io.osusume.evaluation..",
                        "java..",
                        "jdk.incubator.vector..",
                        "org.jspecify..")
                .because("the science stands alone: no framework, no vendor, no file format"));
    }

    @Test
    void theServerMeetsThePipelineOnlyInArtifacts() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(SERVER)
                .should()
                .dependOnClassesThat(resideInAPackage("io.osusume..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                resideInAnyPackage(Stream.of(CORE, ARTIFACT_READERS, SERVER)
                                        .flatMap(Stream::of)
                                        .toArray(String[]::new)))))
                .because("the server never trains: it reads what the pipeline has left in artifacts/"));
    }

    @Test
    void thePipelineKnowsNoWebServer() {
        String[] libraries = {"io.javalin..", "org.eclipse.jetty..", "gg.jte..", "io.osusume.app.."};
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(SERVER)
                .and()
                .resideOutsideOfPackage("io.osusume.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Stream.of(SERVER, libraries).flatMap(Stream::of).toArray(String[]::new))
                .because("pipeline and server meet only in artifacts/"));
    }

    @Test
    void theClientKnowsNothingOfTheServersCode() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.osusume.client..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "io.osusume.client..", "java..", "tools.jackson..", "com.fasterxml.jackson..", "org.jspecify..")
                .because("a program that talks to a server needs its protocol, not its parts"));
        holds(noClasses()
                .that()
                .resideInAPackage("io.osusume.client..")
                .and()
                .doNotHaveSimpleName("Json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                .because("records are written and read in one place"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.osusume.client..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.osusume.client..")
                .because("it is for others"));
    }

    @Test
    void evaluationSeesNoConcreteModel() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.osusume.evaluation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.osusume.model.*..")
                .because("a judge that knows who stands before it is no judge"));
    }

    @Test
    void theOrderOfFranchisesFollowsFromTheCatalogueAlone() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.osusume.franchise..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.osusume.kernel..", "io.osusume.model..", "io.osusume.evaluation..")
                .because("what comes after what is a fact about titles, whichever model recommends them"));
    }

    @Test
    void vectorsAndForeignFunctionsStayInTheKernel() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.osusume.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .because("an incubating API is kept where it can be replaced in a day"));
    }

    @Test
    void nativeFunctionsAreCalledWhereTheirLibraryIsAdapted() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("io.osusume.kernel..", "io.osusume.natives..", "io.osusume.boosting..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.lang.foreign.Linker.class, java.lang.foreign.FunctionDescriptor.class)
                .because("a wrong signature ends the program: each library's are in one class"));
        holds(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.github.metarank..", "com.microsoft.ml..", "org.bytedeco..")
                        .because(
                                "these jars are here for the native libraries inside, their Java classes write where they like"));
    }

    @Test
    void vendorTypesStayInTheClassThatAdaptsThem() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("io.osusume.catalog..", "io.osusume.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..", "dev.hardwood..")
                .because("the table format is one package's business"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("io.osusume.catalog..", "io.osusume.profiles..", "io.osusume.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because("SQL is spoken where tables are, and nowhere else"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.osusume.profiles..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "org.flywaydb..", "com.zaxxer..", "org.sqlite..", "org.postgresql..")
                .because("which database stores profiles is one package's business"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.osusume.openai..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.openai..", "okhttp3..", "kotlin..")
                .because("which language model talks, and how it is reached, is one package's business"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.osusume.mcp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.modelcontextprotocol..", "reactor..")
                .because("how other programs call tools is one package's business"));
        holds(noClasses()
                .that()
                .resideInAPackage("io.osusume.openai..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.osusume.profiles..", "io.osusume.web..", "io.osusume.recommend..")
                .because("what talks to a language model cannot leak what it does not know"));
        holds(noClasses()
                .that()
                .resideInAPackage("io.osusume.assistant..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.osusume.profiles..", "io.osusume.web..", "java.net..")
                .because("a conversation changes no profile: what it proposes the fan's own form does"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.osusume.encoder..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.langchain4j..", "ai.onnxruntime..", "ai.djl..")
                .because("how a text is encoded is one package's business"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.osusume.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "io.smallrye..", "org.eclipse.microprofile..")
                .because("commands and settings are read in one place"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.osusume.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "gg.jte..")
                .because("HTTP and templates are the web package's business"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("io.osusume.web..", "io.osusume.gate..", "io.osusume.metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..")
                .because("the container of requests is known where they come in"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.osusume.metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.prometheus..")
                .because("who counts is one package's business; the others say what they do"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.osusume.tracing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.opentelemetry..")
                .because("who traces is one package's business, which is not even loaded where tracing is off"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.osusume.logs..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ch.qos.logback..", "org.slf4j.bridge..")
                .because("the others log through SLF4J; what may be written is decided in one place"));
    }

    @Test
    void whoWorksDoesNotKnowWhoWatches() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.osusume.telemetry..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.osusume..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                resideInAPackage("io.osusume.telemetry.."))))
                .because("it is the words between those who work and those who watch"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("io.osusume.app..", "io.osusume.metrics..", "io.osusume.tracing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.osusume.metrics..", "io.osusume.tracing..")
                .because("metrics and traces are joined to the server by the program, and can be left out"));
    }

    @Test
    void eachServiceOfListsIsSpokenToByOneClass() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.osusume.imports..")
                .and()
                .haveSimpleNameNotEndingWith("Source")
                .and()
                .doNotHaveSimpleName("JsonBody")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .because("what a service's JSON looks like is its source's business"));
        holds(noClasses()
                .that()
                .resideInAPackage("io.osusume.imports..")
                .and()
                .haveNameNotMatching("io.osusume.imports.(ServiceClient|LimitedBody)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .because("limits, pauses and retries hold only if every request goes one way"));
        holds(noClasses()
                .that()
                .resideInAPackage("io.osusume.lists..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "tools.jackson..", "io.osusume.imports..")
                .because("a list read from a file reaches nothing outside it"));
        holds(noClasses()
                .that()
                .resideInAnyPackage("io.osusume.imports..", "io.osusume.lists..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.util.logging..")
                .because("a user name or a list that nobody can log is in no log"));
    }

    @Test
    void thereIsNoPackageCycle() {
        holds(slices().matching("io.osusume.(*)..").should().beFreeOfCycles().because("data flows one way"));
    }

    @Test
    void noPackageIsADrawerForEverything() {
        holds(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..shared..", "..helper..", "..helpers..", "..misc..")
                .because("a package is a noun of the problem"));
    }

    @Test
    void noStaticFieldCanChange() {
        holds(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(com.tngtech.archunit.base.DescribedPredicate.not(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "generated templates",
                                owner -> owner.getSimpleName().startsWith("Jte"))))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("state belongs to objects that somebody owns"));
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        Path root = SharedData.projectRoot();
        for (Path folder : sourceFolders(root)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.noneMatch(file -> file.toString().endsWith(".java"))) {
                    continue;
                }
            }
            assertTrue(Files.isRegularFile(folder.resolve("package-info.java")), folder + " has a package-info.java");
            String text = Files.readString(folder.resolve("package-info.java"));
            assertTrue(text.contains("@NullMarked"), folder + " is @NullMarked");
            assertTrue(text.contains("It must not"), folder + " says what it must not know");
        }
    }

    @Test
    void noFileIsLongerThan500Lines() throws IOException {
        for (Path folder : sourceFolders(SharedData.projectRoot())) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    long lines = Files.readString(file).lines().count();
                    assertTrue(lines <= 500, file + " has " + lines + " lines, more than 500: split it");
                }
            }
        }
    }

    @Test
    void theArchitecturePageNamesOnlyTypesThatExist() throws IOException {
        String page = Files.readString(SharedData.projectRoot().resolve("ARCHITECTURE.md"));
        assertTrue(page.lines().count() < 200, "ARCHITECTURE.md is under 200 lines");
        List<String> known = CLASSES.stream().map(type -> type.getSimpleName()).toList();
        Matcher named = Pattern.compile("`([A-Z][a-z][A-Za-z]+)`").matcher(page);
        List<String> unknown = Stream.generate(() -> named.find() ? named.group(1) : "")
                .takeWhile(name -> !name.isEmpty())
                .filter(name -> !known.contains(name) && !name.equals("ArchitectureTest"))
                .toList();
        assertEquals(List.of(), unknown, "types named in ARCHITECTURE.md that do not exist");
        holds(classes().that(alwaysTrue()).should().resideInAPackage("io.osusume.."));
    }

    private static List<Path> sourceFolders(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root, 12)) {
            return walk.filter(Files::isDirectory)
                    .filter(folder -> folder.toString().contains("/src/main/java/io/osusume/"))
                    .filter(folder -> !folder.toString().contains("/target/"))
                    .toList();
        }
    }
}
