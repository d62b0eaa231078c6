package io.osusume.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.lang.ArchRule;
import io.osusume.data.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the code of the serving side cannot do, whatever it is asked: these are kinds of holes, closed as a kind.
class SecurityRulesTest {
    private static final String[] SERVING = {
        "io.osusume.gate..",
        "io.osusume.imports..",
        "io.osusume.lists..",
        "io.osusume.logs..",
        "io.osusume.map..",
        "io.osusume.metrics..",
        "io.osusume.profiles..",
        "io.osusume.recommend..",
        "io.osusume.search..",
        "io.osusume.serving..",
        "io.osusume.taste..",
        "io.osusume.telemetry..",
        "io.osusume.tracing..",
        "io.osusume.web.."
    };

    private static void holds(ArchRule rule) {
        rule.check(ArchitectureTest.CLASSES);
    }

    @Test
    void theServerRunsNoCommandAndNoCodeThatComesAsData() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(SERVING)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .because("what cannot start a command cannot be made to start one"));
        holds(noClasses()
                .that()
                .resideInAnyPackage(SERVING)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("javax.script..", "javax.naming..", "java.rmi..", "jdk.jshell..")
                                .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf(
                                        java.io.ObjectInputStream.class, javax.xml.transform.TransformerFactory.class)))
                .because("nothing a client sends is ever code, an object or a name to look up"));
    }

    @Test
    void noRequestChoosesAFile() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("io.osusume.web..", "io.osusume.gate..", "io.osusume.imports..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.nio.file..")
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf(
                                java.io.File.class, java.io.FileInputStream.class, java.io.RandomAccessFile.class)))
                .because("what touches no file system can be led to no file"));
    }

    @Test
    void secretsComeFromAGeneratorMadeForThem() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("io.osusume.profiles..", "io.osusume.web..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.SplittableRandom.class, java.util.concurrent.ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .because("what can be foreseen protects nothing"));
    }

    private static Stream<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("core", "pipeline", "server", "client", "app")) {
            try (Stream<Path> walk = Files.walk(SharedData.projectRoot().resolve(module + "/src/main/java"))) {
                walk.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files.stream();
    }

    @Test
    void theOnlyHashIsSha256AndThereIsNoCipher() throws IOException {
        Set<String> algorithms = new TreeSet<>();
        Pattern asked = Pattern.compile("(MessageDigest|Cipher|Mac|Signature|KeyGenerator|SecretKeyFactory)"
                + "\\s*\\.getInstance\\(\\s*([^)]*)\\)");
        for (Path file : sources().toList()) {
            Matcher found = asked.matcher(Files.readString(file));
            while (found.find()) {
                algorithms.add(found.group(1) + " " + found.group(2));
            }
        }
        assertEquals(Set.of("MessageDigest \"SHA-256\""), algorithms);
    }

    @Test
    void noStatementOfSqlIsMadeOfWhatComesFromOutside() throws IOException {
        String word = "\\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|PRAGMA|LIMIT|ORDER|INTO|SET|VALUES)\\b";
        Pattern after = Pattern.compile("\"[^\"\\n]*" + word + "[^\"\\n]*\"\\s*\\+\\s*([A-Za-z_][\\w.]*)");
        Pattern before = Pattern.compile("([A-Za-z_][\\w.]*(?:\\(\\))?)\\s*\\+\\s*\"[^\"\\n]*" + word);
        Set<String> parts = new TreeSet<>();
        for (Path file :
                sources().filter(each -> each.toString().contains("/profiles/")).toList()) {
            String source = Files.readString(file);
            after.matcher(source).results().forEach(found -> parts.add(found.group(2)));
            before.matcher(source).results().forEach(found -> parts.add(found.group(1)));
        }
        // constants, numbers of ours, the word of an engine for a lock, and the names of our own tables and columns
        assertEquals(
                Set.of(
                        "COLUMNS",
                        "IntStream.range",
                        "SWEPT_AT_ONCE",
                        "String.join",
                        "TABLE",
                        "id",
                        "kind.code",
                        "name",
                        "rowLock",
                        "rows",
                        "table.name",
                        "table.name()",
                        "wait.toMillis"),
                parts);
    }
}
