package io.osusume.deploy;

import groovy.lang.Closure;
import groovy.lang.Script;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The part of Jenkins's declarative pipelines that the `Jenkinsfile` uses, carried out: stages in order, conditions,
/// what a
/// failure skips, what happens afterwards. What is not known here, or stands in the wrong place, is an error. Branches
/// of
/// `parallel` run one after the other.
public abstract class JenkinsScript extends Script {
    /// What a build does and says, in order.
    final List<String> log = new ArrayList<>();

    /// The answer to each shell command, its variables filled in.
    Function<String, Answer> shell = command -> new Answer(0, "");

    final Map<String, Object> params = new HashMap<>();
    final Map<String, Object> env = new HashMap<>();
    final List<String> options = new ArrayList<>();

    @Nullable
    String failure;

    private final Deque<String> places = new ArrayDeque<>();
    private final Deque<Stage> stages = new ArrayDeque<>();
    private @Nullable Closure<?> after;

    /// How a command ended, and what it printed.
    public record Answer(int status, String output) {}

    private static final class Stage {
        @Nullable
        Closure<?> when;

        @Nullable
        Closure<?> work;

        @Nullable
        Closure<?> always;

        boolean timeout;
    }

    private static final class Aborted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Aborted(String message) {
            super(message);
        }
    }

    @Override
    public Object getProperty(String name) {
        return switch (name) {
            case "params" -> params;
            case "env" -> env;
            case "scm" -> "scm";
            default -> super.getProperty(name);
        };
    }

    @Override
    public void setProperty(String name, Object value) {
        if (!"environment".equals(places.peek())) {
            throw new AssertionError(name + " is set outside of environment");
        }
        env.put(name, value);
    }

    private void in(String place, Closure<?> body, String... parents) {
        String parent = places.isEmpty() ? "file" : places.peek();
        if (!Set.of(parents).contains(parent)) {
            throw new AssertionError(place + " stands in " + parent);
        }
        places.push(place);
        try {
            body.call();
        } finally {
            places.pop();
        }
    }

    private void step(String name) {
        if (!places.contains("steps")
                && !places.contains("always")
                && !places.contains("failure")
                && !places.contains("cleanup")) {
            throw new AssertionError("the step " + name + " stands in " + places.peek());
        }
    }

    public void pipeline(Closure<?> body) {
        in("pipeline", body, "file");
        Closure<?> post = after;
        if (post != null) {
            in("post of the pipeline", post, "file");
        }
    }

    public void agent(Closure<?> body) {
        in("agent", body, "pipeline");
    }

    public void label(String expression) {
        options.add("label " + expression);
    }

    public void options(Closure<?> body) {
        in("options", body, "pipeline", "stage");
    }

    public void timeout(Map<String, Object> limit) {
        if (stages.isEmpty()) {
            options.add("timeout " + limit.get("time") + " " + limit.get("unit"));
        } else {
            stages.element().timeout = true;
        }
    }

    public void disableConcurrentBuilds() {
        options.add("disableConcurrentBuilds");
    }

    public void timestamps() {
        options.add("timestamps");
    }

    public void skipDefaultCheckout() {
        options.add("skipDefaultCheckout");
    }

    public void buildDiscarder(Object rotator) {
        options.add("buildDiscarder " + rotator);
    }

    public Object logRotator(Map<String, Object> limits) {
        return limits.get("numToKeepStr") + " builds, artifacts of " + limits.get("artifactNumToKeepStr");
    }

    public void parameters(Closure<?> body) {
        in("parameters", body, "pipeline");
    }

    public void booleanParam(Map<String, Object> parameter) {
        params.putIfAbsent(
                String.valueOf(parameter.get("name")),
                Objects.requireNonNull(parameter.get("defaultValue"), "defaultValue"));
    }

    public void environment(Closure<?> body) {
        in("environment", body, "pipeline");
    }

    public void stages(Closure<?> body) {
        in("stages", body, "pipeline");
    }

    public void parallel(Closure<?> body) {
        stages.element().work = body;
    }

    public void failFast(boolean yes) {
        options.add("failFast " + yes);
    }

    public void when(Closure<?> body) {
        stages.element().when = body;
    }

    public boolean expression(Closure<?> condition) {
        return Boolean.TRUE.equals(condition.call());
    }

    public void steps(Closure<?> body) {
        stages.element().work = body;
    }

    public void post(Closure<?> body) {
        if (stages.isEmpty()) {
            after = body;
        } else {
            stages.element().always = body;
        }
    }

    public void stage(String name, Closure<?> body) {
        if (failure != null) {
            log.add("skipped " + name);
            return;
        }
        Stage stage = new Stage();
        stages.push(stage);
        in("stage", body, "stages", "steps");
        if (stage.when != null && !Boolean.TRUE.equals(stage.when.call())) {
            log.add("left out " + name);
            stages.pop();
            return;
        }
        if (!stage.timeout && !name.matches("checkout|check")) {
            throw new AssertionError("stage " + name + " has no limit of time");
        }
        log.add("stage " + name);
        try {
            in("steps", Objects.requireNonNull(stage.work, name), "stages", "steps");
        } catch (Aborted aborted) {
            failure = aborted.getMessage();
            log.add("failed " + name + ": " + failure);
        } finally {
            if (stage.always != null) {
                in("post", stage.always, "stages", "steps");
            }
            stages.pop();
        }
    }

    public void always(Closure<?> body) {
        in("always", body, "post", "post of the pipeline");
    }

    public void failure(Closure<?> body) {
        if (failure != null) {
            in("failure", body, "post of the pipeline");
        }
    }

    public void cleanup(Closure<?> body) {
        in("cleanup", body, "post of the pipeline");
    }

    public void script(Closure<?> body) {
        step("script");
        body.call();
    }

    public void checkout(Object scm) {
        step("checkout");
        log.add("checkout");
    }

    public @Nullable Object sh(Object asked) {
        step("sh");
        Map<?, ?> call = asked instanceof Map<?, ?> map ? map : Map.of("script", String.valueOf(asked));
        String command = String.valueOf(call.get("script"));
        for (Map.Entry<String, Object> variable : env.entrySet()) {
            command = command.replaceAll("\\$" + variable.getKey() + "\\b", String.valueOf(variable.getValue()));
        }
        log.add("$ " + command);
        Answer answer = shell.apply(command);
        if (Boolean.TRUE.equals(call.get("returnStatus"))) {
            return answer.status();
        }
        if (answer.status() != 0) {
            throw new Aborted("script returned exit code " + answer.status());
        }
        return Boolean.TRUE.equals(call.get("returnStdout")) ? answer.output() + "\n" : null;
    }

    public void error(Object message) {
        step("error");
        throw new Aborted(String.valueOf(message));
    }

    public void withCredentials(List<Object> bindings, Closure<?> body) {
        step("withCredentials");
        log.add("with " + bindings);
        body.call();
        log.add("without " + bindings);
    }

    public Object file(Map<String, Object> binding) {
        return binding.get("credentialsId") + " as " + binding.get("variable");
    }

    public void junit(Map<String, Object> settings) {
        step("junit");
        log.add("junit");
    }

    public void archiveArtifacts(Map<String, Object> settings) {
        step("archiveArtifacts");
        log.add("archive");
    }

    public void emailext(Map<String, Object> mail) {
        step("emailext");
        log.add("mail");
    }

    public void cleanWs() {
        step("cleanWs");
        log.add("clean");
    }
}
