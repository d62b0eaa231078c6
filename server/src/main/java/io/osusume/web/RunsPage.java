package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.osusume.artifact.ArtifactException;
import io.osusume.tracking.Run;
import io.osusume.tracking.RunFilter;
import io.osusume.tracking.RunMetrics;
import io.osusume.tracking.RunStatus;
import io.osusume.tracking.RunStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages of runs, for those who run the server: all of them, and one or several side by side.
final class RunsPage {
    static final String PATH = "/operators/runs";

    private static final int MOST_COMPARED = 6;

    private final Site site;
    private final RunStore runs;
    private final OperatorDoor door;

    RunsPage(Site site, OperatorServices services) {
        this.site = site;
        this.runs = services.runs();
        this.door = new OperatorDoor(services.keys());
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.get(PATH + "/compare", this::compare);
        routes.get(PATH + "/{id}", this::one);
    }

    private void list(Context ctx) throws IOException {
        door.check(ctx);
        RunStatus status = chosen(ctx, "status") == null ? null : status(String.valueOf(chosen(ctx, "status")));
        RunFilter filter =
                new RunFilter(chosen(ctx, "command"), chosen(ctx, "model"), status, null, List.of(), Map.of());
        RunStore.Listing listing = runs.list();
        site.pages().show(ctx, "runs", RunsView.of(listing, filter, Instant.now()));
    }

    private static @Nullable String chosen(Context ctx, String name) {
        String value = ctx.queryParam(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static RunStatus status(String word) {
        return Arrays.stream(RunStatus.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new RequestException(
                        400, "status must be one of running, finished, failed, killed, was '" + word + "'"));
    }

    private void one(Context ctx) throws IOException {
        door.check(ctx);
        show(ctx, List.of(ctx.pathParam("id")));
    }

    private void compare(Context ctx) throws IOException {
        door.check(ctx);
        List<String> ids = ctx.queryParams("run").stream().distinct().toList();
        if (ids.size() < 2 || ids.size() > MOST_COMPARED) {
            throw new RequestException(400, "choose 2 to " + MOST_COMPARED + " runs to be compared, was " + ids.size());
        }
        show(ctx, ids);
    }

    private void show(Context ctx, List<String> ids) throws IOException {
        List<Run> found = new ArrayList<>();
        List<RunMetrics> metrics = new ArrayList<>();
        for (String id : ids) {
            try {
                found.add(runs.read(id));
                metrics.add(runs.metrics(id));
            } catch (ArtifactException missing) {
                throw new RequestException(404, "there is no readable run of that name here");
            }
        }
        site.pages().show(ctx, "run", RunView.of(found, metrics, Instant.now()));
    }
}
