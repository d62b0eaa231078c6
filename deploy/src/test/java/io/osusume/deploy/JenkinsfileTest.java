package io.osusume.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.GroovyShell;
import io.osusume.deploy.JenkinsScript.Answer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.junit.jupiter.api.Test;

/// The `Jenkinsfile` run by Groovy: which commands run in which order when all is well, and what a failure of each kind
/// leads to.
class JenkinsfileTest {
    private static final String SERVER = "europe-west1-docker.pkg.dev/my-project/osusume/server";
    private static final String PIPELINE = "europe-west1-docker.pkg.dev/my-project/osusume/pipeline";
    private static final List<String> CHECKS = List.of(
            "./osusume --version",
            "./osusume verify",
            "deploy/bin/scan dependencies",
            ".ci/kubernetes",
            "deploy/bin/image server",
            "deploy/bin/image pipeline",
            "deploy/bin/scan image");
    private static final List<String> PUSHES = List.of(
            "deploy/bin/push --to " + SERVER,
            "deploy/bin/push --to " + PIPELINE + " --image app/target/image/pipeline");
    private static final String TO_STAGING =
            "deploy/bin/deploy staging " + SERVER + "@sha256:1 --pipeline " + PIPELINE + "@sha256:2";
    private static final String TO_PRODUCTION = TO_STAGING.replace("staging", "production");
    private static final String SMOKE_STAGING = "deploy/bin/smoke https://staging.osusume.example.org";
    private static final String SMOKE_PRODUCTION = "deploy/bin/smoke https://osusume.example.org";
    private static final String CANARY = "deploy/bin/canary " + SERVER + "@sha256:1 --minutes 10";

    @Test
    void aReleaseIsCheckedPushedTriedAndRolledOutInThisOrder() {
        JenkinsScript build = run(true, Map.of());
        List<String> expected = new ArrayList<>(CHECKS);
        expected.addAll(PUSHES);
        expected.addAll(
                List.of(TO_STAGING, SMOKE_STAGING, "deploy/bin/gate staging", CANARY, TO_PRODUCTION, SMOKE_PRODUCTION));
        assertEquals(expected, commands(build));
        assertEquals(null, build.failure);
        assertEquals("clean", build.log.getLast());
    }

    @Test
    void aBuildThatIsNoReleaseReachesNothingOutside() {
        JenkinsScript build = run(false, Map.of());
        assertEquals(CHECKS, commands(build));
        assertFalse(build.log.toString().contains("with ["), "no credentials: " + build.log);
        assertEquals(
                List.of("left out push", "left out staging", "left out gate", "left out canary", "left out production"),
                build.log.stream().filter(line -> line.startsWith("left out")).toList());
    }

    @Test
    void aFailedTestEndsTheBuildBeforeAnImageIsMadeAndItsReportIsKept() {
        JenkinsScript build = run(true, Map.of("./osusume verify", 1));
        assertEquals(List.of("./osusume --version", "./osusume verify"), commands(build));
        assertEquals("script returned exit code 1", build.failure);
        assertTrue(build.log.contains("junit"), build.log.toString());
        assertEquals(List.of("mail", "clean"), build.log.subList(build.log.size() - 2, build.log.size()));
    }

    @Test
    void aWeaknessInTheImageKeepsItFromBeingPushed() {
        JenkinsScript build = run(true, Map.of("deploy/bin/scan image", 1));
        assertEquals(CHECKS, commands(build));
        assertTrue(build.log.contains("skipped push"), build.log.toString());
    }

    @Test
    void aFailedSmokeTestOfStagingBringsTheVersionBeforeBackAndLeavesProductionAlone() {
        JenkinsScript build = run(true, Map.of(SMOKE_STAGING, 1));
        List<String> expected = new ArrayList<>(CHECKS);
        expected.addAll(PUSHES);
        expected.addAll(List.of(TO_STAGING, SMOKE_STAGING, "deploy/bin/rollback staging"));
        assertEquals(expected, commands(build));
        assertEquals("the smoke test of staging failed; the version before runs there again", build.failure);
    }

    @Test
    void aRefusalOfTheGateLeavesProductionAsItIs() {
        JenkinsScript build = run(true, Map.of("deploy/bin/gate staging", 3));
        assertEquals("deploy/bin/gate staging", commands(build).getLast());
        assertEquals(
                "the gate refuses the challenger (exit code 3): its reasons are in the log; production stays as it is",
                build.failure);
        assertEquals(
                "the gate could not be asked (exit code 1)", run(true, Map.of("deploy/bin/gate staging", 1)).failure);
    }

    @Test
    void aCanaryThatFailsKeepsTheVersionFromProduction() {
        JenkinsScript build = run(true, Map.of(CANARY, 1));
        assertEquals(CANARY, commands(build).getLast());
        assertEquals("script returned exit code 1", build.failure);
    }

    @Test
    void aFailedSmokeTestOfProductionRollsItBack() {
        JenkinsScript build = run(true, Map.of(SMOKE_PRODUCTION, 1));
        List<String> commands = commands(build);
        assertEquals(
                List.of(TO_PRODUCTION, SMOKE_PRODUCTION, "deploy/bin/rollback production"),
                commands.subList(commands.size() - 3, commands.size()));
        assertEquals("the smoke test of production failed; the version before runs there again", build.failure);
    }

    @Test
    void buildsAreLimitedInTimeNumberAndWhatIsKept() {
        assertEquals(
                List.of(
                        "label linux && jdk25",
                        "timeout 3 HOURS",
                        "disableConcurrentBuilds",
                        "buildDiscarder 30 builds, artifacts of 5",
                        "timestamps",
                        "skipDefaultCheckout",
                        "failFast true"),
                run(false, Map.of()).options);
    }

    @Test
    void credentialsComeOnlyByBindingAndOnlyWhereTheyAreNeeded() {
        JenkinsScript build = run(true, Map.of());
        String bound = "";
        for (String line : build.log) {
            if (line.startsWith("with ")) {
                bound = line;
            } else if (line.startsWith("without ")) {
                bound = "";
            } else if (line.startsWith("$ deploy/bin/push")) {
                assertEquals("with [osusume-ci-identity as GOOGLE_APPLICATION_CREDENTIALS]", bound, line);
            } else if (line.matches("\\$ deploy/bin/(deploy|gate|canary|rollback) .*")) {
                assertEquals("with [osusume-deploy-kubeconfig as KUBECONFIG]", bound, line);
            } else if (line.startsWith("$ ") && !line.contains("/smoke ")) {
                assertEquals("", bound, line);
            }
        }
        assertFalse(
                Pattern.compile("(?i)password|secret|token|apikey")
                        .matcher(text())
                        .find(),
                "a secret in the file");
    }

    @Test
    void everyCommandIsAScriptOfThisProjectThatAPersonCanRun() {
        for (String command : commands(run(true, Map.of()))) {
            String script = command.split(" ", -1)[0];
            assertTrue(Files.isExecutable(Project.file(script)), script);
        }
    }

    private static List<String> commands(JenkinsScript build) {
        return build.log.stream()
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2))
                .toList();
    }

    private static String text() {
        return Project.text("Jenkinsfile");
    }

    private static JenkinsScript run(boolean release, Map<String, Integer> statuses) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(JenkinsScript.class.getName());
        JenkinsScript script = (JenkinsScript)
                new GroovyShell(JenkinsfileTest.class.getClassLoader(), configuration).parse(text(), "Jenkinsfile");
        script.params.put("RELEASE", release);
        script.shell = command -> new Answer(
                statuses.getOrDefault(command, 0),
                command.startsWith("deploy/bin/push")
                        ? command.contains("pipeline") ? PIPELINE + "@sha256:2" : SERVER + "@sha256:1"
                        : "");
        script.run();
        return script;
    }
}
